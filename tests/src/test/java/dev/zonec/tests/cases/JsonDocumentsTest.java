package dev.zonec.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of each command with {@code -f json} and one document has the form of its schema, for
 * the commands of all cases, and agrees with the exit code.
 */
final class JsonDocumentsTest {
  private static final Path CASES = Run.ROOT.resolve("spec/cases/runs");
  private static final Set<String> COMMANDS =
      Set.of(
          "query",
          "why",
          "graph",
          "test",
          "explain",
          "fmt",
          "import",
          "init",
          "baseline",
          "check-certificate",
          "risk",
          "rbac",
          "flows");

  /** Commands with subcommands. */
  private static final Set<String> GROUPS = Set.of("incident", "flows");

  private static final Map<String, Schema> SCHEMAS = new HashMap<>();

  @TempDir private Path scratch;

  @Test
  void theCommandsOfAllCasesPrintDocuments() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path folder : cases()) {
      Transcript transcript =
          new Transcript(
              folder.toAbsolutePath().normalize(), Files.createTempDirectory(scratch, "run"));
      for (String line : Transcript.lines(folder.resolve("run"))) {
        if (isAnswered(line)) {
          Run run = transcript.execute(line, List.of("-f", "json"));
          if (run.exit() != 2 || !run.out().isEmpty()) {
            document(command(line), run).propertyNames().forEach(keys::add);
          }
        }
      }
    }
    assertThat(keys)
        .contains("connections", "paths", "members", "exposure", "explanations", "expectations")
        .contains("files", "added", "removed", "subjects")
        .contains("nodes", "edges")
        .contains("findings", "notJudged", "unused", "draft");
  }

  @Test
  void aRunWithoutTimePrintsADocument() throws IOException {
    Path k8s = CASES.resolve("why/service");
    for (String[] args :
        new String[][] {
          {"query", "a -> b", "-m", k8s.toString()},
          {"query", "connections", "-m", k8s.toString()},
          {"why", "a -> b", "-m", k8s.toString()},
          {"graph", "-m", k8s.toString()},
          {"test", k8s.toString(), "-m", k8s.toString()},
          {"init", scratch.toString()},
          {"rbac", "-m", k8s.toString()}
        }) {
      List<String> all = new ArrayList<>(List.of(args));
      all.addAll(List.of("-f", "json", "--timeout", "0"));
      Run run = Run.zonec(all.toArray(String[]::new));
      assertThat(run.exit()).as("%s", all).isEqualTo(4);
      JsonNode document = document(args[0], run);
      assertThat(document.get("problems")).hasSize(1);
      assertThat(document.get("problems").get(0).get("code").asString()).isEqualTo("ZC0546");
    }
  }

  @Test
  void lintWithoutTimePrintsAReport() throws IOException {
    Path program = Files.writeString(scratch.resolve("p.zone"), "module p\n");
    Run run = Run.zonec("lint", program.toString(), "-f", "json", "--timeout", "0");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(schema("report").validate(run.out(), InputFormat.JSON)).as(run.out()).isEmpty();
    assertThat(run.out()).contains("ZC0546");
  }

  @Test
  void filesAreWrittenAsWithText() throws IOException {
    Path neat = Files.writeString(scratch.resolve("neat.zone"), "module t\n");
    Path messy = Files.writeString(scratch.resolve("messy.expect"), "expect  denied a->b\n");
    Run check = Run.zonec("fmt", scratch.toString(), "--check", "-f", "json");
    assertThat(check.exit()).isEqualTo(1);
    JsonNode files = document("fmt", check).get("files");
    assertThat(files).hasSize(2);
    assertThat(files.get(0).get("file").asString()).isEqualTo(messy.toString());
    assertThat(files.get(0).get("formatted").asBoolean()).isFalse();
    assertThat(files.get(1).get("file").asString()).isEqualTo(neat.toString());
    assertThat(files.get(1).get("formatted").asBoolean()).isTrue();
    Run written = Run.zonec("fmt", scratch.toString(), "-f", "json");
    assertThat(document("fmt", written).get("files").get(0).get("written").asBoolean()).isTrue();
    assertThat(messy).hasContent("expect denied a -> b\n");
    Run diff = Run.zonec("fmt", scratch.toString(), "--diff", "-f", "json");
    assertThat(diff.exit()).isZero();
    document("fmt", diff);
  }

  @Test
  void draftsAndCodesAreInTheDocument() throws IOException {
    Path policy =
        Files.writeString(
            scratch.resolve("p.yaml"),
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: web}}
              ingress: [{from: [{podSelector: {matchLabels: {app: shop}}}]}]
            """);
    JsonNode draft = document("import", Run.zonec("import", policy.toString(), "-f", "json"));
    assertThat(draft.get("equal").asString()).isEqualTo("proved");
    assertThat(draft.get("draft").asString()).contains("module imported\n");
    JsonNode init = document("init", Run.zonec("init", scratch.toString(), "-f", "json"));
    assertThat(init.get("files")).hasSize(2);
    assertThat(scratch.resolve("zonec.yaml")).exists();
    JsonNode codes = document("explain", Run.zonec("explain", "-f", "json")).get("codes");
    assertThat(codes.size()).isGreaterThan(100);
    JsonNode one = document("explain", Run.zonec("explain", "ZC0203", "-f", "json"));
    assertThat(one.get("codes").get(0).get("page").asString()).contains("ZC0203");
  }

  private static boolean isAnswered(String line) {
    if (!Transcript.isCommand(line)) {
      return false;
    }
    List<String> words = List.of(line.split(" "));
    return (COMMANDS.contains(words.get(2)) || GROUPS.contains(words.get(2)))
        && !words.contains("-f")
        && !words.contains("<")
        && !line.startsWith("$ zonec rbac roles")
        && !(line.startsWith("$ zonec graph") && words.contains("-o"));
  }

  /** Returns the name of the command of {@code line}, such as {@code query}. */
  private static String command(String line) {
    String[] words = line.split(" ");
    return GROUPS.contains(words[2]) && words.length > 3 ? words[2] + "-" + words[3] : words[2];
  }

  private static JsonNode document(String command, Run run) throws IOException {
    assertThat(schema(command).validate(run.out(), InputFormat.JSON)).as(run.out()).isEmpty();
    JsonNode root = new JsonMapper().readTree(run.out());
    assertThat(root.get("complete").asBoolean()).as(run.out()).isEqualTo(run.exit() < 2);
    return root;
  }

  private static Schema schema(String command) throws IOException {
    Schema known = SCHEMAS.get(command);
    if (known == null) {
      known =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(
                  Files.readString(Run.ROOT.resolve("spec/schema/" + command + "-1.schema.json")),
                  InputFormat.JSON);
      SCHEMAS.put(command, known);
    }
    return known;
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(f -> f.endsWith("run")).map(Path::getParent).sorted().toList();
    }
  }
}
