package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.example;
import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * For bad input, zonec prints a message and returns the documented exit code; it never prints a
 * stack trace.
 */
final class BadInputTest {
  @TempDir private static Path dir;

  private static byte[] junk() {
    byte[] bytes = new byte[20_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void isAMessage(Run run) {
    assertThat(run.err()).isNotBlank().doesNotContain("Exception", "at dev.zonec", "java.");
    assertThat(run.err().length()).isLessThan(50_000);
  }

  @TestFactory
  Stream<DynamicTest> sources() {
    Map<String, byte[]> sources =
        Map.of(
            "junk", junk(),
            "latin-1", new byte[] {'m', 'o', 'd', 'u', 'l', 'e', ' ', (byte) 0xe9},
            "empty", new byte[0],
            "long-line", text("module a\nzone " + "x".repeat(10_000_000) + " {}\n"),
            "long-junk-line", text("module a\n" + "§".repeat(1_000_000)),
            "parentheses", text("module a\nzone x { pods a in " + "(".repeat(10_000)),
            "braces", text("module a\nzone x " + "{".repeat(10_000)),
            "nul", text("module a\nzone \0 { }"));
    return sources.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Path file = dir.resolve(entry.getKey() + ".zone");
                      Files.write(file, entry.getValue());
                      for (String command : new String[] {"compile", "verify"}) {
                        Run run = zonec(command, file.toString());
                        assertThat(run.exit()).isEqualTo(3);
                        isAMessage(run);
                        assertThat(run.err()).contains(entry.getKey() + ".zone");
                      }
                    }));
  }

  /** An input that cannot be read makes every verdict inconclusive. */
  @TestFactory
  Stream<DynamicTest> manifests() {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(String.join(",", before, before, before, before, before, before)).append("]\n");
    }
    Map<String, byte[]> manifests =
        Map.of(
            "junk", junk(),
            "bomb", text(bomb.toString()),
            "deep", text("apiVersion: v1\nkind: Pod\nspec: " + "[".repeat(10_000)),
            "template", text("apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n"),
            "tab", text("apiVersion: v1\n\tkind: Pod\n"),
            "form",
                text(
                    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                        + "metadata: {name: a, namespace: shop}\n"
                        + "spec: {podSelector: {}, ingress: [{form: [{podSelector: {}}]}]}\n"),
            "number", text("apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: 1}}\n"),
            "not-an-object", text("- 1\n- 2\n"));
    return manifests.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> unreadable(entry.getKey(), entry.getValue())));
  }

  private static void unreadable(String name, byte[] content) throws IOException {
    Path file = dir.resolve(name + ".yaml");
    Files.write(file, content);
    String zones = example("online-boutique/zones");
    String good = example("online-boutique/k8s");
    Run run = zonec("verify", zones, "-m", good, "-m", file.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(4);
    isAMessage(run);
    assertThat(run.err()).contains(name + ".yaml");
    assertThat(run.out()).doesNotContain(": proved");
    Run accepted = zonec("verify", zones, "-m", good, "-m", file.toString(), "--skip-unreadable");
    assertThat(accepted.exit()).as(accepted.err()).isZero();
    assertThat(accepted.err()).contains(name + ".yaml");
  }

  @Test
  void policiesThatAreNotModelledAreNamedUnlessIgnored() throws IOException {
    Path file = dir.resolve("cilium.yaml");
    Files.writeString(
        file,
        "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: a}\nspec: {}\n");
    String zones = example("online-boutique/zones");
    String good = example("online-boutique/k8s");
    Run run = zonec("verify", zones, "-m", good, "-m", file.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("CiliumNetworkPolicy").contains("cilium.yaml:1");
    Run ignored =
        zonec(
            "verify", zones, "-m", good, "-m", file.toString(), "--ignore", "CiliumNetworkPolicy");
    assertThat(ignored.exit()).as(ignored.err()).isZero();
    assertThat(ignored.err()).contains("cilium.yaml:1");
  }

  @Test
  void invalidCommandLines() {
    for (String[] args :
        new String[][] {
          {"frobnicate"},
          {"verify"},
          {"verify", "x", "--no-such-option"},
          {"compile", "x", "--check"},
          {"verify", "x", "--plan", "--as-written"},
          {"verify", "x", "--assume", "icmp=maybe"},
          {"verify", "x", "--assume", "colour=red"},
          {"compile", "x", "--as-of", "tomorrow"},
          {"query", "a =>"},
        }) {
      Run run = zonec(args);
      assertThat(run.exit()).as(String.join(" ", args)).isEqualTo(2);
      isAMessage(run);
    }
  }

  @Test
  void missingInputs() {
    Run zones = zonec("verify", dir.resolve("nowhere").toString());
    assertThat(zones.exit()).isEqualTo(3);
    isAMessage(zones);
    Run manifests =
        zonec("verify", example("online-boutique/zones"), "-m", dir.resolve("nowhere").toString());
    assertThat(manifests.exit()).isEqualTo(3);
    isAMessage(manifests);
  }

  @Test
  void warningsFailTheRunOnRequest() throws IOException {
    Path zones = dir.resolve("warned.zone");
    Files.writeString(
        zones,
        """
        module t
        zone web { namespace shop  pods app=web }
        zone api { namespace shop  pods tier=api }
        allow web -> api : tcp/80
        """);
    Run lenient = zonec("compile", zones.toString());
    assertThat(lenient.exit()).isZero();
    assertThat(lenient.err()).contains("warning[ZC0210]");
    Run strict = zonec("compile", zones.toString(), "--fail-on", "warning");
    assertThat(strict.exit()).isEqualTo(1);
    assertThat(strict.out()).isEqualTo(lenient.out());
    Files.writeString(
        zones,
        Files.readString(zones)
            .replace("zone api", "# zonec:ignore ZC0210 -- nobody has both\nzone api"));
    assertThat(zonec("compile", zones.toString(), "--fail-on", "warning").exit()).isZero();
  }
}
