package dev.zonec.tests.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every format of {@code diff} has every difference, and agrees with the exit code. */
final class DiffFormatsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void everyFormatAgreesWithTheExitCode() throws Exception {
    Set<String> rules = new TreeSet<>();
    for (Path each : cases()) {
      for (List<Path> sides : List.of(sides(each), sides(each).reversed())) {
        for (String failOn : List.of("any", "path")) {
          Formatted formatted =
              Formatted.of(
                  folder,
                  List.of(
                      "diff",
                      sides.get(0).toString(),
                      sides.get(1).toString(),
                      "--fail-on",
                      failOn));
          JsonNode report = formatted.report();
          formatted.check(report);
          agree(formatted, report, failOn, each + " " + failOn);
          report.get("entries").forEach(entry -> rules.add(entry.get("rule").asString()));
        }
      }
    }
    assertThat(rules)
        .contains(
            "more-permissive",
            "less-permissive",
            "path-appears",
            "path-vanishes",
            "verdict-worsens",
            "verdict-changes",
            "workload-opens",
            "workload-closes");
  }

  /** The command fails if and only if an entry fails. */
  private static void agree(Formatted formatted, JsonNode report, String failOn, String name)
      throws IOException {
    int failed = report.get("counts").get("failed").asInt();
    int notes = report.get("counts").get("note").asInt();
    boolean undecided = report.get("counts").get("inconclusive").asInt() > 0;
    boolean fails = failed > 0 || (failOn.equals("any") && notes > 0);
    int exit = formatted.run().exit();
    if (exit != 3) {
      assertThat(exit).as(name).isEqualTo(fails ? 1 : undecided ? 4 : 0);
    }
    assertThat(formatted.text("junit").contains("<failure")).as(name).isEqualTo(fails);
    for (JsonNode result :
        JSON.readTree(formatted.text("sarif")).get("runs").get(0).get("results")) {
      String level = result.get("level").asString();
      switch (result.get("ruleId").asString()) {
        case "more-permissive", "path-appears", "verdict-worsens", "workload-opens" ->
            assertThat(level).as(name).isIn("error", "warning");
        case "less-permissive", "path-vanishes", "verdict-changes", "workload-closes" ->
            assertThat(level).as(name).isEqualTo("note");
        default -> {}
      }
    }
  }

  @Test
  void aPathIsACodeFlowAndTheLineThatOpensItIsThePlace() throws Exception {
    Path zones = Run.ROOT.resolve("spec/cases/runs/diff/zones");
    Formatted formatted =
        Formatted.of(
            folder,
            List.of("diff", zones.resolve("old").toString(), zones.resolve("new").toString()));
    List<String> hops = new ArrayList<>();
    for (JsonNode result :
        JSON.readTree(formatted.text("sarif")).get("runs").get(0).get("results")) {
      if (result.get("ruleId").asString().equals("path-appears")) {
        assertThat(result.get("locations").get(0).toString())
            .contains("new/extra.yaml", "\"startLine\":7");
        for (JsonNode step :
            result.get("codeFlows").get(0).get("threadFlows").get(0).get("locations")) {
          hops.add(step.get("location").get("message").get("text").asString());
        }
      }
    }
    assertThat(hops).anyMatch(hop -> hop.startsWith("hop 3 of 3"));
  }

  /** A difference keeps its id when lines move, so that it is found again in the next run. */
  @Test
  void idsSurviveMovedLines() throws Exception {
    Path zones = Run.ROOT.resolve("spec/cases/runs/diff/zones");
    Path moved = Files.createDirectory(folder.resolve("moved"));
    try (Stream<Path> files = Files.list(zones.resolve("new"))) {
      for (Path file : files.toList()) {
        Files.writeString(
            moved.resolve(file.getFileName().toString()), "# moved\n\n" + Files.readString(file));
      }
    }
    assertThat(ids(zones.resolve("old"), moved))
        .isEqualTo(ids(zones.resolve("old"), zones.resolve("new")))
        .isNotEmpty();
  }

  private List<String> ids(Path before, Path after) throws IOException {
    Formatted formatted =
        Formatted.of(folder, List.of("diff", before.toString(), after.toString()));
    List<String> ids = new ArrayList<>();
    formatted.report().get("entries").forEach(entry -> ids.add(entry.get("id").asString()));
    return ids;
  }

  private static List<Path> sides(Path folder) {
    return List.of(folder.resolve("old"), folder.resolve("new"));
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(Run.ROOT.resolve("spec/cases/runs/diff"))) {
      return folders.filter(each -> Files.isDirectory(each.resolve("new"))).sorted().toList();
    }
  }
}
