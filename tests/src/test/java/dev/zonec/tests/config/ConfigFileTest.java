package dev.zonec.tests.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration file is found upward, up to the root of the repository. */
final class ConfigFileTest {
  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        root.resolve("shop.zone"),
        """
        module shop
        zone web { namespace shop  pods app=web }
        allow within web : tcp/80
        """);
    Files.writeString(root.resolve("zonec.yaml"), "program: shop.zone\n");
  }

  @Test
  void aFolderBelowUsesTheFileAbove() throws IOException {
    Path below = Files.createDirectories(root.resolve("apps/web"));
    Run run = Run.zonecIn(below, "verify", "-v");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("configuration: " + root.resolve("zonec.yaml"));
  }

  @Test
  void theNearestFileCounts() throws IOException {
    Path below = Files.createDirectories(root.resolve("apps"));
    Files.writeString(below.resolve("zonec.yml"), "program: ../nothing.zone\n");
    Run run = Run.zonecIn(below, "verify");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("ZC0805").contains("nothing.zone");
  }

  @Test
  void theSearchEndsAtTheRootOfTheRepository() throws IOException {
    Path repository = Files.createDirectories(root.resolve("other"));
    Files.createDirectories(repository.resolve(".git"));
    Run run = Run.zonecIn(repository, "verify");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no program").contains("zonec init");
  }

  @Test
  void theFileCanBeLeftOut() {
    assertThat(Run.zonecIn(root, "verify", "--no-config").exit()).isEqualTo(2);
    Run both = Run.zonecIn(root, "verify", "--no-config", "--config", "zonec.yaml");
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("pass only one of them");
  }

  /** A setting of the file that no option overrides counts; an option overrides it. */
  @Test
  void optionsOverrideTheFile() throws IOException {
    Files.writeString(
        root.resolve("shop.zone"),
        """
        module shop
        zone web { namespace shop  pods app=web }
        zone all { namespace shop }
        allow within web : tcp/80
        allow within all : tcp/80
        """);
    Files.writeString(root.resolve("zonec.yaml"), "program: shop.zone\nfail-on: warning\n");
    assertThat(Run.zonecIn(root, "verify").exit()).isEqualTo(1);
    assertThat(Run.zonecIn(root, "verify", "--fail-on", "error").exit()).isZero();
    Files.writeString(root.resolve("zonec.yaml"), "program: shop.zone\ntimeout: 0\n");
    assertThat(Run.zonecIn(root, "verify").exit()).isEqualTo(4);
    assertThat(Run.zonecIn(root, "verify", "--timeout", "60").exit()).isZero();
  }

  @Test
  void theFormatAndTheDifferencesThatFailCanBeConfigured() throws IOException {
    Files.writeString(
        root.resolve("zonec.yaml"),
        "program: shop.zone\nformat: jsonl\ndiff-fail-on: [more-permissive, path]\n");
    assertThat(Run.zonecIn(root, "verify").out()).startsWith("{");
    assertThat(Run.zonecIn(root, "verify", "-f", "text").out()).contains("proved");
    String policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Ingress]}
        """;
    String old = Files.writeString(root.resolve("old.yaml"), policy).toString();
    String changed = root.resolve("new.yaml").toString();
    Files.writeString(root.resolve("new.yaml"), policy.replace("[Ingress]", "[Ingress, Egress]"));
    assertThat(Run.zonecIn(root, "diff", old, changed).exit()).isZero();
    assertThat(Run.zonecIn(root, "diff", changed, old).exit()).isEqualTo(1);
    assertThat(Run.zonecIn(root, "diff", old, changed, "--fail-on", "any").exit()).isEqualTo(1);
  }

  /** A broken file is a problem of the inputs, also in JSON. */
  @Test
  void mistakesAreProblemsOfTheDocument() throws IOException {
    Files.writeString(root.resolve("zonec.yaml"), "programm: shop.zone\n");
    Run run = Run.zonecIn(root, "verify", "-f", "json");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("ZC0803");
  }
}
