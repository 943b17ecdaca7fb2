package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * For random programs and manifests, the results for {@code no-egress}, {@code no-admin-tier} and
 * the deletion of each policy are the verdicts on manifests that were changed in this way.
 */
final class AdversaryProperty {
  private static final String ADMIN =
      """
      ---
      apiVersion: policy.networking.k8s.io/v1alpha1
      kind: AdminNetworkPolicy
      metadata: {name: guard}
      spec:
        priority: 5
        subject: {namespaces: {}}
        ingress:
          - action: Deny
            from: [{namespaces: {matchLabels: {team: b}}}]
      """;

  private static int compared;
  private static int broken;

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void resultsAreVerdictsOnChangedManifests(@ForAll long seed) throws IOException {
    RandomRepository repository = new RandomRepository(seed);
    Path folder = Files.createTempDirectory("zonec-adversary");
    Path zone = Files.writeString(folder.resolve("p.zone"), repository.program());
    Files.writeString(folder.resolve("imported.zone"), RandomRepository.imported());
    String manifests = repository.manifests() + (seed % 2 == 0 ? ADMIN : "");
    Path given = Files.writeString(folder.resolve("k8s.yaml"), manifests);
    Run run = run(zone, given, "--adversary", "no-egress,no-admin-tier", "--tolerate", "1");
    JsonNode root = new JsonMapper().readTree(run.out());
    if (root.get("runs").isEmpty() || !root.get("runs").get(0).has("adversaries")) {
      return;
    }
    JsonNode first = root.get("runs").get(0);
    List<Map<String, Object>> objects = objects(manifests);
    Path changed = folder.resolve("changed.yaml");
    Map<String, Map<String, String>> expected = new LinkedHashMap<>();
    expected.put("no-egress", verdicts(zone, changed, withoutEgress(objects)));
    expected.put("no-admin-tier", verdicts(zone, changed, without(objects, "AdminNetworkPolicy")));
    for (JsonNode cell : first.get("adversaries")) {
      String name = cell.get("assertion").asString();
      String result = cell.get("result").asString();
      String adversary = cell.get("adversary").asString();
      String verdict = expected.getOrDefault(adversary, Map.of()).getOrDefault(name, "none");
      assertThat(result.equals("same") ? verdict : result)
          .as("%s %s with\n%s\n%s", adversary, name, repository.program(), manifests)
          .isEqualTo(verdict);
      count(verdict);
    }
    Map<String, Map<String, String>> deleted = new TreeMap<>();
    for (Map<String, Object> policy : objects) {
      if (String.valueOf(policy.get("kind")).endsWith("NetworkPolicy")) {
        List<Map<String, Object>> rest = new ArrayList<>(objects);
        rest.remove(policy);
        deleted.put(label(policy), verdicts(zone, changed, rest));
      }
    }
    for (JsonNode each : first.get("deletions")) {
      String name = each.get("assertion").asString();
      deleted.forEach(
          (policy, verdicts) -> {
            String verdict = verdicts.getOrDefault(name, "none");
            String result =
                names(each.get("breaking")).contains(policy)
                    ? "breaks"
                    : names(each.get("undecided")).contains(policy) ? "open" : "holds";
            assertThat(result)
                .as("%s without %s with\n%s\n%s", name, policy, repository.program(), manifests)
                .isEqualTo(verdict);
            count(verdict);
          });
    }
  }

  /** Checks that both results occur, because otherwise the property would say little. */
  @AfterContainer
  static void bothResultsOccur() {
    assertThat(broken).isPositive();
    assertThat(compared - broken).isPositive();
  }

  private static void count(String verdict) {
    compared++;
    if (verdict.equals("breaks")) {
      broken++;
    }
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(each -> names.add(each.get("policy").asString()));
    return names;
  }

  private static Run run(Path zone, Path manifests, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "verify",
                zone.toString(),
                "-m",
                manifests.toString(),
                "--as-written",
                "-f",
                "json",
                "--as-of",
                "2026-01-01"));
    all.addAll(List.of(more));
    return Run.zonec(all.toArray(String[]::new));
  }

  /** Returns whether each assertion holds for {@code objects}, in the words of cells. */
  private static Map<String, String> verdicts(
      Path zone, Path file, List<Map<String, Object>> objects) throws IOException {
    Files.writeString(file, new Yaml().dumpAll(objects.iterator()));
    JsonNode root = new JsonMapper().readTree(run(zone, file).out());
    Map<String, String> verdicts = new TreeMap<>();
    for (JsonNode finding : root.get("runs").get(0).get("findings")) {
      if (finding.get("claim").get("kind").asString().equals("assertion")) {
        String word =
            switch (finding.get("status").asString()) {
              case "holds", "holds-with-waivers" -> "holds";
              case "violated" -> "breaks";
              default -> "open";
            };
        verdicts.put(finding.get("claim").get("name").asString(), word);
      }
    }
    return verdicts;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(String manifests) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object object : new Yaml().loadAll(manifests)) {
      if (object instanceof Map<?, ?> map) {
        objects.add((Map<String, Object>) map);
      }
    }
    return objects;
  }

  private static List<Map<String, Object>> without(List<Map<String, Object>> objects, String kind) {
    return objects.stream().filter(object -> !kind.equals(object.get("kind"))).toList();
  }

  /** Removes egress. The random policies have no policyTypes. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> withoutEgress(List<Map<String, Object>> objects) {
    List<Map<String, Object>> changed = new ArrayList<>();
    for (Map<String, Object> object : objects) {
      if (!"NetworkPolicy".equals(object.get("kind"))) {
        changed.add(object);
        continue;
      }
      Map<String, Object> spec = new LinkedHashMap<>((Map<String, Object>) object.get("spec"));
      // Without policyTypes, a policy always isolates ingress.
      spec.remove("egress");
      spec.put("policyTypes", List.of("Ingress"));
      Map<String, Object> copy = new LinkedHashMap<>(object);
      copy.put("spec", spec);
      changed.add(copy);
    }
    return changed;
  }

  @SuppressWarnings("unchecked")
  private static String label(Map<String, Object> policy) {
    Map<String, Object> metadata = (Map<String, Object>) policy.get("metadata");
    String kind = String.valueOf(policy.get("kind"));
    return kind.equals("NetworkPolicy")
        ? kind + " " + metadata.get("namespace") + "/" + metadata.get("name")
        : kind + " " + metadata.get("name");
  }
}
