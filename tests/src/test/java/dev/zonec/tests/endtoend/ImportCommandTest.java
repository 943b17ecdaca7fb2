package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.example;
import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code zonec import} like a user. */
final class ImportCommandTest {
  private static final String HEAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web, namespace: shop}
      spec:
        podSelector: {matchLabels: {app: web}}
      """;

  private static final String OPEN_INGRESS =
      HEAD
          + """
            ingress:
            - ports: [{port: 8080}]
          """;

  private static final String PRIVATE_BLOCK =
      HEAD
          + """
            ingress:
            - from: [{ipBlock: {cidr: 10.0.0.0/8}}]
          """;

  @TempDir private Path dir;

  private String file(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void theDraftIsOnStandardOutputAndTheVerdictIsNot() throws IOException {
    Run run = zonec("import", file("np.yaml", OPEN_INGRESS));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("zone web {", "allow any -> web : tcp/8080");
    assertThat(run.err())
        .contains("1 policy drafted as 1 zone and 1 flow")
        .contains("the draft allows what the policies allow, and no more: proved");
  }

  /** The policies that zonec compiles are imported as a program, and verified against it. */
  @Test
  void compiledPoliciesAreImportedAndVerified() throws IOException {
    String policies = dir.resolve("out").toString();
    Run compiled =
        zonec(
            "compile",
            example("online-boutique/zones"),
            "-m",
            example("online-boutique/k8s"),
            "-o",
            policies);
    assertThat(compiled.exit()).as(compiled.err()).isZero();
    String draft = dir.resolve("draft.zone").toString();
    Run run =
        zonec(
            "import",
            policies,
            "-m",
            example("online-boutique/k8s"),
            "-o",
            draft,
            "--pods",
            "10.244.0.0/16");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    Run verified =
        zonec(
            "verify", draft, "-m", policies, "-m", example("online-boutique/k8s"), "--as-written");
    assertThat(verified.exit()).as(verified.err()).isZero();
  }

  @Test
  void aFileIsOverwrittenOnlyIfForced() throws IOException {
    String policies = file("np.yaml", OPEN_INGRESS);
    String there = file("mine.zone", "module mine\n");
    Run refused = zonec("import", policies, "-o", there);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("ZC0704", "--force");
    assertThat(Path.of(there)).hasContent("module mine");
    assertThat(zonec("import", policies, "-o", there, "--force").exit()).isZero();
    assertThat(Files.readString(Path.of(there))).contains("module imported");
    assertThat(zonec("import", policies, "-o", dir.toString()).exit()).isEqualTo(3);
    assertThat(zonec("import", policies, "-o", dir.resolve("no/where.zone").toString()).exit())
        .isEqualTo(3);
  }

  @Test
  void rulesThatCannotBeExpressedAreListed() throws IOException {
    String policies = file("np.yaml", PRIVATE_BLOCK);
    Run run = zonec("import", policies);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("ZC0701", "np.yaml:7", "--pods", "left out: 1 rule", "failed");
    Run more = zonec("import", policies, "--pods", "10.244.0.0/16");
    assertThat(more.exit()).isEqualTo(1);
    assertThat(more.err()).contains("--assume ipblock-matches-pods=no");
    Run settled =
        zonec("import", policies, "--pods", "10.244.0.0/16", "--assume", "ipblock-matches-pods=no");
    assertThat(settled.exit()).as(settled.err()).isZero();
    assertThat(settled.out()).contains("pods 10.244.0.0/16", "cidr 10.0.0.0/8");
  }

  @Test
  void gapsAreInconclusive() throws IOException {
    String policies = file("np.yaml", OPEN_INGRESS);
    String broken = file("broken.yaml", "kind: [\n");
    Run run = zonec("import", policies, broken);
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("broken.yaml", "inconclusive");
    assertThat(run.out()).contains("allow any -> web");
    assertThat(zonec("import", policies, broken, "--skip-unreadable").exit()).isZero();
  }

  @Test
  void badCommandsAndInputsAreReported() throws IOException {
    String policies = file("np.yaml", OPEN_INGRESS);
    assertThat(zonec("import").exit()).isEqualTo(2);
    assertThat(zonec("import", policies, "--pods", "10.244.0.1/16").exit()).isEqualTo(2);
    assertThat(zonec("import", policies, "--module", "a b").exit()).isEqualTo(2);
    assertThat(zonec("import", policies, "--module", "zone").exit()).isEqualTo(2);
    assertThat(zonec("import", policies, "--module", "shop.web").out()).contains("module shop.web");
    assertThat(zonec("import", dir.resolve("none.yaml").toString()).exit()).isEqualTo(3);
    Run nothing =
        zonec(
            "import", file("other.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n"));
    assertThat(nothing.exit()).isEqualTo(3);
    assertThat(nothing.err()).contains("ZC0703");
  }
}
