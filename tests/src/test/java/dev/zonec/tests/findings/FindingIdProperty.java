package dev.zonec.tests.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;

/** The id of a finding depends on its content only. */
final class FindingIdProperty {
  private static final List<String> PROGRAM =
      List.of(
          "zone web   { namespace shop  pods app=web }",
          "zone api   { namespace shop  pods app=api }",
          "zone vault { namespace vault  pods app=vault }",
          "allow web -> api : tcp/8080",
          "allow api -> vault : tcp/8200",
          "assert direct: never api -> vault : tcp/8200",
          "assert far:    no path web ~> vault",
          "assert open:   reachable vault -> web : tcp/1");

  private static final List<String> POLICIES =
      List.of(
          policy("shop", "debug", "web", "egress"), policy("vault", "door", "vault", "ingress"));

  private static Path folder;
  private static Set<String> expected;

  @BeforeContainer
  static void verifyOnce() throws IOException {
    folder = Files.createTempDirectory("finding-ids");
    expected = violations(PROGRAM, POLICIES, "\n");
    assertThat(expected).hasSizeGreaterThan(5);
  }

  @AfterContainer
  static void clean() throws IOException {
    for (String name : List.of("p.zone", "k8s.yaml")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.delete(folder);
  }

  /**
   * Unrelated edits: comments, blank lines, the order of statements, spaces, and a tenant that
   * shares nothing with the rest.
   */
  @Property(tries = 6)
  void unrelatedEditsKeepEveryId(@ForAll Random random) {
    List<String> program = new ArrayList<>(PROGRAM);
    List<String> policies = new ArrayList<>(POLICIES);
    if (random.nextBoolean()) {
      program.add("zone other { namespace other  pods app=other }");
      program.add("zone another { namespace other  pods app=another }");
      program.add("allow other -> another : tcp/9999, udp/53");
    }
    if (random.nextBoolean()) {
      policies.add(policy("elsewhere", "lock", "x", "ingress").replace("- {}", ""));
    }
    Collections.shuffle(program, random);
    Collections.shuffle(policies, random);
    for (int i = random.nextInt(4); i > 0; i--) {
      program.add(random.nextInt(program.size()), "# a comment " + random.nextInt());
      program.add(random.nextInt(program.size()), "");
    }
    program.replaceAll(line -> random.nextBoolean() ? line.replace(" ", "  ") : line);
    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    assertThat(violations(program, policies, lineEnd))
        .as("%s\n%s", String.join("\n", program), String.join("\n---\n", policies))
        .isEqualTo(expected);
  }

  @Example
  void anotherClaimHasAnotherId() {
    changed("assert far:    no path web ~> vault", "assert far: no path {web, api} ~> vault");
    changed("assert direct: never api -> vault : tcp/8200", "assert direct: never api -> vault");
    changed(
        "assert open:   reachable vault -> web : tcp/1",
        "assert opened: reachable vault -> web : tcp/1");
  }

  @Example
  void anotherRuleHasAnotherId() {
    List<String> renamed = List.of(POLICIES.get(0).replace("debug", "emergency"), POLICIES.get(1));
    assertThat(violations(PROGRAM, renamed, "\n")).isNotEqualTo(expected);
  }

  private static void changed(String from, String to) {
    List<String> program = new ArrayList<>(PROGRAM);
    program.set(program.indexOf(from), to);
    Set<String> actual = violations(program, POLICIES, "\n");
    Set<String> kept = new TreeSet<>(actual);
    kept.retainAll(expected);
    assertThat(kept).as(to).hasSize(expected.size() - 1);
    assertThat(actual).hasSize(expected.size());
  }

  private static String policy(String namespace, String name, String app, String direction) {
    String type = direction.equals("egress") ? "Egress" : "Ingress";
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {namespace: %s, name: %s}
    spec:
      podSelector: {matchLabels: {app: %s}}
      policyTypes: [%s]
      %s:
      - {}
    """
        .formatted(namespace, name, app, type, direction);
  }

  private static Set<String> violations(
      List<String> program, List<String> policies, String lineEnd) {
    try {
      Path zone = folder.resolve("p.zone");
      Path manifests = folder.resolve("k8s.yaml");
      Files.writeString(zone, "module shop" + lineEnd + String.join(lineEnd, program) + lineEnd);
      Files.writeString(manifests, String.join("---\n", policies));
      Set<String> ids = new TreeSet<>();
      for (JsonNode finding :
          VerifyJson.of(List.of(zone.toString(), "-m", manifests.toString())).findings()) {
        if (finding.get("status").asString().equals("violated")) {
          ids.add(finding.get("id").asString());
        }
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
