package dev.zonec.tests.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The edges of a graph of workloads are the answers of {@code query connections}, port by port. The
 * addresses outside of the cluster count as one end, because a graph has a node for each external.
 */
final class GraphAgreesTest {
  private static final Path CASES = Run.ROOT.resolve("spec/cases/runs");
  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");
  private static final String OUTSIDE = "outside";
  private static final String ENTRANCE = "entrance";

  /** Edges that are no answer of the policies. */
  private static final Set<String> NOT_ALLOWED = Set.of("blocked", "without-pods");

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> graphsWithoutAProgramHaveTheAnswers() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.getFileName().toString().equals("k8s.yaml"))
          .filter(GraphAgreesTest::hasPolicies)
          .sorted()
          .toList()
          .stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      CASES.relativize(file).toString(), () -> agree("-m", file.toString())));
    }
  }

  private static boolean hasPolicies(Path file) {
    try {
      return Files.readString(file).contains("Policy");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void graphsOfExamplesHaveTheAnswers() throws IOException {
    for (String example : List.of("online-boutique", "bank", "store", "kube-prometheus")) {
      agree("-m", example(example, "k8s"));
    }
  }

  @Test
  void graphsWithAProgramHaveTheAnswers() throws IOException {
    for (String example : List.of("online-boutique", "bank")) {
      Path out = scratch.resolve(example);
      String zones = example(example, "zones");
      String k8s = example(example, "k8s");
      assertThat(Run.zonec("compile", zones, "-m", k8s, "-o", out.toString()).exit()).isZero();
      agree(zones, "-m", k8s, "-m", out.toString());
      agree(zones, "-m", k8s, "-m", out.toString(), "-m", example("online-boutique", "leaky"));
    }
  }

  private static String example(String name, String part) {
    return Run.ROOT.resolve("examples").resolve(name).resolve(part).toString();
  }

  private static void agree(String... inputs) throws IOException {
    Run query = Run.zonec(words("query", "connections", inputs, "-f", "json"));
    Run graph = Run.zonec(words("graph", "--by", inputs, "workload", "--as-written", "-f", "json"));
    assertThat(graph.exit()).as(graph.err()).isEqualTo(query.exit());
    JsonNode answers = new JsonMapper().readTree(query.out());
    JsonNode drawn = new JsonMapper().readTree(graph.out());
    assertThat(drawn.has("edges")).isEqualTo(answers.has("connections"));
    if (drawn.has("edges")) {
      assertThat(shown(edges(drawn))).isEqualTo(shown(answers(answers)));
    }
  }

  /** Returns the arguments: two words, the inputs, and further words. */
  private static String[] words(String command, String first, String[] inputs, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    if (first.startsWith("--")) {
      words.addAll(Arrays.asList(inputs));
      words.add(first);
    } else {
      words.add(first);
      words.addAll(Arrays.asList(inputs));
    }
    words.addAll(Arrays.asList(more));
    return words.toArray(String[]::new);
  }

  /** Returns the protocols and ports of each pair of ends. */
  private static Map<String, BitSet> answers(JsonNode document) {
    Map<String, BitSet> rows = new TreeMap<>();
    for (JsonNode row : document.get("connections")) {
      add(end(row, "src"), end(row, "dst"), ports(row.get("ports")), rows);
    }
    if (document.has("fromIngressController")) {
      for (JsonNode row : document.get("fromIngressController")) {
        add(ENTRANCE, end(row, "dst"), ports(row.get("ports")), rows);
      }
    }
    return rows;
  }

  private static void add(String from, String to, BitSet ports, Map<String, BitSet> rows) {
    rows.computeIfAbsent(from + " -> " + to, pair -> new BitSet()).or(ports);
  }

  private static String end(JsonNode row, String side) {
    return row.has(side) ? row.get(side).asString() : OUTSIDE;
  }

  /** Returns the ports, each protocol with numbers of its own. */
  private static BitSet ports(JsonNode ranges) {
    BitSet ports = new BitSet();
    ranges
        .properties()
        .forEach(
            protocol ->
                protocol
                    .getValue()
                    .forEach(
                        range ->
                            addRange(
                                protocol.getKey().toLowerCase(Locale.ROOT),
                                range.get(0).asInt(),
                                range.get(1).asInt(),
                                ports)));
    return ports;
  }

  private static void addRange(String protocol, int first, int last, BitSet ports) {
    int offset = PROTOCOLS.indexOf(protocol) * 65536;
    ports.set(offset + first, offset + last + 1);
  }

  /** Returns the ranges of each set, which is shorter than its numbers. */
  private static Map<String, String> shown(Map<String, BitSet> rows) {
    Map<String, String> shown = new TreeMap<>();
    rows.forEach(
        (pair, ports) -> {
          StringBuilder ranges = new StringBuilder();
          for (int from = ports.nextSetBit(0); from >= 0; ) {
            int end = ports.nextClearBit(from);
            ranges.append(from).append('-').append(end - 1).append(' ');
            from = ports.nextSetBit(end);
          }
          shown.put(pair, ranges.toString());
        });
    return shown;
  }

  private static Map<String, BitSet> edges(JsonNode document) {
    Map<String, List<String>> members = new HashMap<>();
    for (JsonNode node : document.get("nodes")) {
      members.put(node.get("id").asString(), members(node));
    }
    Map<String, BitSet> rows = new TreeMap<>();
    for (JsonNode edge : document.get("edges")) {
      if (!NOT_ALLOWED.contains(edge.get("kind").asString())) {
        BitSet ports = new BitSet();
        edge.get("ports").forEach(word -> addWord(word.asString(), ports));
        for (String from : members.getOrDefault(edge.get("from").asString(), List.of())) {
          for (String to : members.getOrDefault(edge.get("to").asString(), List.of())) {
            if (!from.equals(to)) {
              add(from, to, ports, rows);
            }
          }
        }
      }
    }
    return rows;
  }

  private static List<String> members(JsonNode node) {
    return switch (node.get("kind").asString()) {
      case "external" -> List.of(OUTSIDE);
      case "entrance" -> List.of("entrance");
      default -> {
        List<String> names = new ArrayList<>();
        node.get("members")
            .forEach(each -> names.add(each.asString().replaceFirst(" \\(([^()]+)\\)$", "[$1]")));
        yield names;
      }
    };
  }

  private static void addWord(String word, BitSet ports) {
    if (word.equals("any")) {
      for (String protocol : PROTOCOLS) {
        addRange(protocol, 1, 65535, ports);
      }
    } else if (!word.contains("/")) {
      addRange(word, 1, 65535, ports);
    } else {
      String[] parts = word.split("/");
      String[] range = parts[1].split("-");
      addRange(
          parts[0], Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]), ports);
    }
  }
}
