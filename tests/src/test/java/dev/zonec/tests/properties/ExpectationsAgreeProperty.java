package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.eclipse.jgit.util.FileUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code zonec test} agrees with the answers of {@code zonec query} on random programs. */
final class ExpectationsAgreeProperty {
  private static final Map<String, Integer> COMPARED = new TreeMap<>();

  @AfterContainer
  static void everyKindWasCompared() {
    assertThat(COMPARED)
        .containsKeys(
            "allowed true",
            "allowed false",
            "denied true",
            "denied false",
            "path true",
            "path false",
            "no path true",
            "no path false");
  }

  private static final List<String> APPS = List.of("a", "b", "c", "d");

  private Path folder = Path.of("");

  @BeforeTry
  void place() throws IOException {
    folder = Files.createTempDirectory("zonec-expectations");
  }

  @AfterTry
  void remove() throws IOException {
    FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
  }

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void expectationsHoldIfTheAnswersSaySo(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder program = new StringBuilder("module random\n");
    StringBuilder pods = new StringBuilder();
    for (String app : APPS) {
      program.append("zone %s { namespace shop  pods app=%s }\n".formatted(app, app));
      for (int i = (1 + random.nextInt(5)) / 2; i > 0; i--) {
        pods.append(
            """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: %s%d, namespace: shop, labels: {app: %s}}
            spec: {containers: []}
            """
                .formatted(app, i, app));
      }
    }
    List<String> flowEnds = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      String port = random.nextInt(3) == 0 ? "tcp/443" : "tcp/80";
      String ends = app(random) + " -> " + app(random);
      flowEnds.add(ends);
      program.append("allow %s : %s\n".formatted(ends, port));
    }
    Path source = Files.writeString(folder.resolve("p.zone"), program);
    Path manifest = Files.writeString(folder.resolve("pods.yaml"), pods + "---\n");
    Path policies = folder.resolve("policies");
    assertThat(Run.zonec("compile", source.toString(), "-o", policies.toString()).exit())
        .as("%s", program)
        .isZero();
    List<String> inputs =
        List.of(source.toString(), "-m", manifest.toString(), "-m", policies.toString());
    List<String> lines = new ArrayList<>();
    for (String kind : List.of("allowed", "denied", "path", "no path")) {
      // One expectation about the ends of a flow, and one about any ends.
      String ofFlow = flowEnds.get(random.nextInt(flowEnds.size()));
      for (String ends : List.of(ofFlow, app(random) + " -> " + app(random))) {
        String asked = kind.endsWith("path") ? ends.replace("->", "~>") : ends;
        lines.add("expect %s %s : tcp/80".formatted(kind, asked));
      }
    }
    Path file = Files.writeString(folder.resolve("p.expect"), String.join("\n", lines) + "\n");
    JsonNode checked = json("test", file.toString(), inputs, List.of());
    assertThat(checked.path("expectations").size()).as("%s", checked).isEqualTo(lines.size());
    for (JsonNode each : checked.get("expectations")) {
      agrees(
          each.get("expectation").asString(),
          each.get("holds").asBoolean(),
          inputs,
          pods.toString());
    }
  }

  private static String app(Random random) {
    return APPS.get(random.nextInt(APPS.size()));
  }

  private static void agrees(String expectation, boolean holds, List<String> inputs, String pods) {
    String question = expectation.replaceFirst("expect (allowed|denied|path|no path) ", "");
    String kind = expectation.substring("expect ".length(), expectation.indexOf(question)).strip();
    COMPARED.merge(kind + " " + holds, 1, Integer::sum);
    String[] ends = question.replaceFirst(" : .*", "").split(" [-~]> ");
    Set<String> from = members(ends[0], pods);
    Set<String> to = members(ends[1], pods);
    boolean certain = kind.equals("allowed") || kind.equals("path");
    JsonNode answer =
        json("query", question, inputs, List.of("--semantics", certain ? "must" : "may"));
    String about = expectation + " with " + inputs + pods + ": " + answer;
    boolean nothing = from.isEmpty() || to.isEmpty();
    switch (kind) {
      case "path" -> assertThat(holds).as(about).isEqualTo(!answer.get("paths").isEmpty());
      case "no path" ->
          assertThat(holds).as(about).isEqualTo(answer.get("paths").isEmpty() && !nothing);
      case "denied" -> {
        boolean none = answer.get("connections").isEmpty();
        assertThat(holds && !none).as(about).isFalse();
        assertThat(!holds && none && !nothing && !from.equals(to)).as(about).isFalse();
      }
      default -> {
        Set<String> open = new TreeSet<>();
        answer
            .get("connections")
            .forEach(
                row -> open.add(row.get("src").asString() + " to " + row.get("dst").asString()));
        List<String> closed = new ArrayList<>();
        for (String one : from) {
          for (String other : to) {
            if (!open.contains(one + " to " + other)) {
              closed.add(one.equals(other) ? "itself" : one + " to " + other);
            }
          }
        }
        assertThat(holds && closed.stream().anyMatch(each -> !each.equals("itself")))
            .as(about)
            .isFalse();
        assertThat(!holds && closed.isEmpty() && !nothing).as(about).isFalse();
      }
    }
  }

  private static Set<String> members(String app, String pods) {
    Set<String> members = new TreeSet<>();
    for (int i = 1; i <= 2; i++) {
      if (pods.contains("name: " + app + i + ",")) {
        members.add("shop/" + app + i + " (Pod)");
      }
    }
    return members;
  }

  private static JsonNode json(
      String command, String subject, List<String> inputs, List<String> more) {
    List<String> args = new ArrayList<>(List.of(command, subject, "-f", "json"));
    args.addAll(inputs);
    args.addAll(more);
    Run run = Run.zonec(args.toArray(String[]::new));
    assertThat(run.exit()).as("%s: %s", args, run.err()).isLessThan(2);
    return new JsonMapper().readTree(run.out());
  }
}
