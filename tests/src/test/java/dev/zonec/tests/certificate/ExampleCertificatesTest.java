package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every claim of the examples is in their certificates, which are confirmed and small. */
final class ExampleCertificatesTest {
  @TempDir private Path folder;

  @Test
  void theShop() throws IOException {
    certified("online-boutique", 23);
    assertThat(size()).isLessThan(1_000_000);
  }

  @Test
  void theBank() throws IOException {
    certified("bank", 41, "-p", "env=prod");
  }

  private void certified(String example, int claims, String... options) throws IOException {
    Path root = Run.ROOT.resolve("examples").resolve(example);
    List<String> inputs =
        new ArrayList<>(
            List.of(root.resolve("zones").toString(), "-m", root.resolve("k8s").toString()));
    inputs.addAll(List.of(options));
    List<String> verify = new ArrayList<>(List.of("verify"));
    verify.addAll(inputs);
    verify.addAll(List.of("--certificate", certificate().toString(), "--timeout", "600"));
    Run written = Run.zonec(verify.toArray(String[]::new));
    assertThat(written.exit()).as(written.err()).isZero();
    List<String> check = new ArrayList<>(List.of("check-certificate", certificate().toString()));
    check.addAll(inputs);
    check.addAll(List.of("--timeout", "600"));
    Run checked = Run.zonec(check.toArray(String[]::new));
    assertThat(checked.exit()).as(checked.out() + checked.err()).isZero();
    assertThat(checked.out()).contains("confirmed: " + claims + " claims");
    assertThat(checked.out()).doesNotContain("not in the certificate");
  }

  private Path certificate() {
    return folder.resolve("certificate");
  }

  private long size() throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.list(certificate())) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }
}
