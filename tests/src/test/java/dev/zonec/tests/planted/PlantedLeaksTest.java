package dev.zonec.tests.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.cli.Main;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each planted leak is found, with a path that is not longer than the planted one and with the rule
 * that leaks among its rules; and the twin of each leak is proved, which differs in one place. One
 * leak of each kind is planted for the command, and many for the engine. {@code
 * -Dzonec.planted=10000} plants more leaks than usual, and {@code -Dzonec.world} is the first seed.
 */
final class PlantedLeaksTest {
  private static final Path TEMPLATES =
      Path.of(System.getProperty("zonec.root", ".."), "tests/src/test/resources/planted");
  private static final int LEAKS = Integer.getInteger("zonec.planted", 1_000);
  private static final long FIRST = Long.getLong("zonec.world", 0);
  private static final int MOST_HOPS = 6;

  @TempDir private static Path folder;

  /** {@code verify} prints the path and the rule, for a leak of each template. */
  @TestFactory
  Stream<DynamicTest> eachKind() throws IOException {
    return LeakTemplate.in(TEMPLATES).stream()
        .map(
            template -> DynamicTest.dynamicTest(template.name(), () -> assertPair(template, 0, 3)));
  }

  @Test
  void everyLeakIsFoundAndEveryTwinIsProved() throws IOException {
    List<LeakTemplate> templates = LeakTemplate.in(TEMPLATES);
    TreeMap<String, Integer> kinds = new TreeMap<>();
    TreeMap<Integer, Integer> lengths = new TreeMap<>();
    TreeMap<String, Integer> policies = new TreeMap<>();
    for (int i = 0; i < LEAKS; i++) {
      LeakTemplate template = templates.get(i % templates.size());
      int hops = 1 + (i / templates.size() + i) % MOST_HOPS;
      int planted = assertPairInEngine(template, FIRST + i, hops);
      kinds.merge(template.name(), 1, Integer::sum);
      lengths.merge(planted, 1, Integer::sum);
      policies.merge(template.field("policies"), 1, Integer::sum);
    }
    System.out.printf(
        "%d leaks and their twins: %d templates%n  policies %s%n  hops %s%n",
        LEAKS, kinds.size(), policies, lengths);
    assertThat(kinds).hasSize(templates.size());
    assertThat(kinds.values()).allMatch(count -> count >= LEAKS / templates.size());
    assertThat(lengths).hasSize(MOST_HOPS);
    assertThat(lengths.values()).allMatch(count -> count >= LEAKS / MOST_HOPS / 2);
    assertThat(policies)
        .containsOnlyKeys(
            "AdminNetworkPolicy",
            "BaselineAdminNetworkPolicy",
            "ClusterNetworkPolicy",
            "NetworkPolicy",
            "program");
  }

  /** Returns the number of hops of the planted path. */
  private static int assertPairInEngine(LeakTemplate template, long seed, int most) {
    PlantedCluster leak = new PlantedCluster(template, seed, most, true);
    String told = "%s with seed %d over %d hops".formatted(template.name(), seed, leak.hops());
    Verdict verdict = ProvedCluster.verdict(leak);
    assertThat(verdict).as("leak: " + told).isInstanceOf(Verdict.Refuted.class);
    List<Hop> path = ProvedCluster.path((Verdict.Refuted) verdict);
    assertThat(path).as(told).hasSizeBetween(1, leak.hops());
    assertThat(path.stream().flatMap(ProvedCluster::lines))
        .as("rules of " + told)
        .contains(leak.blamed());
    assertThat(ProvedCluster.verdict(new PlantedCluster(template, seed, most, false)))
        .as("twin: " + told)
        .isInstanceOf(
            template.field("waive").isEmpty() ? Verdict.Proved.class : Verdict.Waived.class);
    return leak.hops();
  }

  private static void assertPair(LeakTemplate template, long seed, int most) throws IOException {
    PlantedCluster leak = new PlantedCluster(template, seed, most, true);
    String told = "%s with seed %d over %d hops".formatted(template.name(), seed, leak.hops());
    JsonNode found = claim(leak, told);
    assertThat(found.path("status").asString()).as("leak: " + told).isEqualTo("violated");
    assertThat(found.path("code").asString()).as(told).isEqualTo("ZC0501");
    assertThat(found.path("hops").size()).as(told).isBetween(1, leak.hops());
    assertThat(lines(found)).as("rules of " + told).contains(leak.blamed());
    PlantedCluster twin = new PlantedCluster(template, seed, most, false);
    JsonNode proved = claim(twin, "twin of " + told);
    assertThat(proved.path("status").asString())
        .as("twin: %s%n%s%n%s%n%s", told, twin.program(), twin.manifests(), proved)
        .isEqualTo(template.field("waive").isEmpty() ? "holds" : "holds-with-waivers");
  }

  private static List<Integer> lines(JsonNode finding) {
    return elements(finding.path("hops"))
        .flatMap(hop -> elements(hop.path("sides")))
        .flatMap(side -> elements(side.path("rules")))
        .map(rule -> rule.path("place").path("line").asInt())
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** Returns what {@code verify} says about the claim of the cluster. */
  private static JsonNode claim(PlantedCluster cluster, String told) throws IOException {
    Path program = folder.resolve("planted.zone");
    Path manifests = folder.resolve("planted.yaml");
    Files.writeString(program, cluster.program());
    Files.writeString(manifests, cluster.manifests());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "verify",
            program.toString(),
            "-m",
            manifests.toString(),
            "--as-written",
            "--as-of",
            "2026-11-23",
            "-f",
            "json");
    String text = told + "\n" + cluster.program() + "\n" + cluster.manifests() + "\n" + out + err;
    assertThat(exit).as(text).isBetween(0, 1);
    JsonNode document = JsonMapper.shared().readTree(out.toString());
    return elements(document.path("runs").path(0).path("findings"))
        .filter(finding -> finding.path("claim").path("name").asString("").equals("sealed"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }
}
