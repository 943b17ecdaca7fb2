package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests flows past their last day, which are an error or are removed. */
final class ExpiredFlowsTest {
  private static final String PROGRAM =
      """
      module t
      zone web { namespace shop pods app=web }
      zone api { namespace shop pods app=api }
      allow web -> api : tcp/80
      allow web -> api : tcp/9000 { expires 2026-06-30 }
      """;

  @TempDir private Path dir;
  private String zones = "";

  @BeforeEach
  void write() throws IOException {
    zones = dir.resolve("t.zone").toString();
    Files.writeString(Path.of(zones), PROGRAM);
  }

  @Test
  void expiredFlowsAreAnErrorByDefault() {
    Run run = zonec("compile", zones, "--as-of", "2026-07-01");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error[ZC2001]: the flow expired on 2026-06-30");
    Run said = zonec("compile", zones, "--as-of", "2026-07-01", "--expired", "error");
    assertThat(said).isEqualTo(run);
  }

  @Test
  void removedFlowsAreInNoPolicyAndReported() {
    Run run = zonec("compile", zones, "--as-of", "2026-07-01", "--expired", "drop");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("warning[ZC2010]").contains("t.zone:5:1");
    assertThat(run.out()).contains("port: 80").doesNotContain("9000");
  }

  @Test
  void flowsAreInForceOnTheirLastDay() {
    Run run = zonec("compile", zones, "--as-of", "2026-06-30", "--expired", "drop");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("port: 9000");
    assertThat(run.err()).contains("ZC2002").doesNotContain("ZC2010");
  }

  @Test
  void policiesOfRemovedFlowsAreUndeclared() throws IOException {
    String out = dir.resolve("out").toString();
    assertThat(zonec("compile", zones, "--as-of", "2026-06-01", "-o", out).exit()).isZero();
    Run before = zonec("verify", zones, "-m", out, "--as-of", "2026-06-30");
    assertThat(before.exit()).as(before.err()).isZero();
    Run after = zonec("verify", zones, "-m", out, "--as-of", "2026-07-01", "--expired", "drop");
    assertThat(after.exit()).isEqualTo(1);
    assertThat(after.err()).contains("ZC0506").contains("tcp/9000");
    Run stale =
        zonec("compile", zones, "--as-of", "2026-07-01", "--expired", "drop", "-o", out, "--check");
    assertThat(stale.exit()).isEqualTo(1);
    assertThat(stale.err()).contains("ZC0411");
  }

  @Test
  void questionsTakeTheSameOptions() throws IOException {
    Path k8s = dir.resolve("namespace.yaml");
    Files.writeString(k8s, "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
    String[] asked = {"query", "web -> api", zones, "-m", k8s.toString(), "--as-of", "2026-07-01"};
    assertThat(zonec(asked).exit()).isEqualTo(3);
    String[] dropped = Arrays.copyOf(asked, asked.length + 2);
    dropped[asked.length] = "--expired";
    dropped[asked.length + 1] = "drop";
    Run run = zonec(dropped);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("no connection: web -> api\n");
  }

  @Test
  void invalidValuesAreRejected() {
    Run run = zonec("compile", zones, "--expired", "maybe");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--expired");
  }
}
