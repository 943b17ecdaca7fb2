package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaks the protocol with the server on two streams, as an editor does. */
final class LanguageServerTest {
  private static final String PROGRAM =
      """
      module shop

      ## What customers see.
      zone web { namespace shop  pods app=web }
      ## Orders.
      zone db { namespace shop  pods app=db }

      allow web -> db : tcp/5432
      assert sealed: only web -> db
      """;

  private static final String PODS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: c, image: web}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, namespace: shop, labels: {app: db}}
      spec: {containers: [{name: c, image: db, ports: [{name: postgres, containerPort: 5432}]}]}
      """;

  @TempDir private Path created;

  private Path root;
  private Path file;
  private EditorClient editor;

  @BeforeEach
  void start() throws Exception {
    root = created.toRealPath();
    Files.writeString(root.resolve("zonec.yaml"), "program: zones\nmanifests: k8s\n");
    Files.createDirectories(root.resolve("k8s"));
    Files.writeString(root.resolve("k8s/pods.yaml"), PODS);
    file = Files.createDirectories(root.resolve("zones")).resolve("shop.zone");
    Files.writeString(file, PROGRAM);
    editor = new EditorClient();
    JsonElement offered =
        editor.result(
            "initialize",
            "{\"processId\":null,\"rootUri\":\"%s\",\"capabilities\":{\"workspace\":{\"codeLens\":{\"refreshSupport\":true}}}}"
                .formatted(root.toUri()));
    assertThat(offered.getAsJsonObject().getAsJsonObject("capabilities").keySet())
        .contains("completionProvider", "renameProvider", "semanticTokensProvider");
    editor.tell("initialized", "{}");
  }

  @AfterEach
  void end() throws IOException {
    editor.close();
  }

  /** Opens the program, and waits until it is proved. */
  private void openAndProve() throws Exception {
    editor.open(file, 1, PROGRAM);
    assertThat(editor.problems(file, 1)).isEmpty();
    editor.take("workspace/codeLens/refresh", params -> true);
  }

  private static List<String> texts(JsonArray of, String field) {
    List<String> all = new ArrayList<>();
    of.forEach(each -> all.add(each.getAsJsonObject().get(field).getAsString()));
    return all;
  }

  @Test
  void aSessionBeginsAndEndsInOrder() throws Exception {
    openAndProve();
    editor.ask("shutdown", "null");
    editor.tell("exit", "null");
    assertThat(editor.ended()).isTrue();
  }

  @Test
  void anEndWithoutAShutdownIsAnError() throws Exception {
    editor.tell("exit", "null");
    assertThat(editor.ended()).isFalse();
  }

  @Test
  void aServerEndsWithItsStream() throws Exception {
    editor.open(file, 1, PROGRAM);
    editor.close();
    assertThat(editor.ended()).isFalse();
  }

  @Test
  void problemsFollowEachChange() throws Exception {
    openAndProve();
    editor.change(file, 2, 7, 13, 15, "dbs");
    JsonArray problems = editor.problems(file, 2);
    assertThat(problems).hasSize(1);
    JsonObject problem = problems.get(0).getAsJsonObject();
    assertThat(problem.get("code").getAsString()).isEqualTo("ZC0203");
    assertThat(problem.get("range").toString())
        .isEqualTo(
            "{\"start\":{\"line\":7,\"character\":13},\"end\":{\"line\":7,\"character\":16}}");
    editor.change(file, 3, 7, 13, 16, "db");
    assertThat(editor.problems(file, 3)).isEmpty();
  }

  @Test
  void aFailedAssertionIsAProblemAfterTheProof() throws Exception {
    openAndProve();
    editor.change(file, 2, 8, 15, 31, "never web -> db");
    assertThat(editor.problems(file, 2)).isEmpty();
    JsonArray proved = editor.problems(file, 2);
    assertThat(texts(proved, "code")).containsExactly("ZC0502");
    JsonArray lenses =
        editor.result("textDocument/codeLens", EditorClient.of(file)).getAsJsonArray();
    assertThat(lenses.toString()).contains("failed · 2 workloads", "run why", "zonec.why");
    String asked =
        lenses.asList().stream()
            .map(lens -> lens.getAsJsonObject().getAsJsonObject("command"))
            .filter(command -> command.get("command").getAsString().equals("zonec.why"))
            .map(JsonObject::toString)
            .findFirst()
            .orElseThrow();
    String why = editor.result("workspace/executeCommand", asked).getAsString();
    assertThat(why).contains("error[ZC0502]", "└─ tcp/5432 → shop/db (Pod)", "egress");
    editor.change(file, 3, 8, 15, 15, " ");
    assertThat(editor.result("workspace/executeCommand", asked).getAsString())
        .contains("no violation is known");
    assertThat(editor.ask("workspace/executeCommand", "{\"command\":\"other\"}").has("error"))
        .isTrue();
  }

  @Test
  void theGraphIsThatOfTheTextInTheEditor() throws Exception {
    editor.open(file, 1, PROGRAM);
    JsonObject drawn = graph(file);
    assertThat(drawn.get("svg").getAsString())
        .startsWith("<svg ")
        .contains("What may connect, by zone", ">web<", ">db<", "web -&gt; db : tcp/5432");
    assertThat(drawn.get("table").getAsString()).contains("<td>tcp/5432</td>", "shop.zone:8:1");
    assertThat(drawn.get("problems").getAsString()).isEmpty();
    String note = "not drawn: what the defaults of the program declare";
    assertThat(drawn.get("svg").getAsString()).contains(note).doesNotContain("--all draws");
    assertThat(
            editor
                .result(
                    "workspace/executeCommand",
                    "{\"command\":\"zonec.graph\",\"arguments\":[\"%s\",\"all\"]}"
                        .formatted(EditorClient.uri(file)))
                .getAsJsonObject()
                .get("svg")
                .getAsString())
        .contains("nodelocaldns")
        .doesNotContain(note);
    editor.change(file, 2, 7, 22, 26, "5433");
    assertThat(graph(file).get("svg").getAsString())
        .contains("web -&gt; db : tcp/5433")
        .doesNotContain("5432");
    editor.change(file, 3, 7, 13, 15, "dbs");
    JsonObject broken = graph(file);
    assertThat(broken.has("svg")).isFalse();
    assertThat(broken.get("problems").getAsString())
        .contains("error[ZC0203]: unknown zone or external `dbs`");
    assertThat(graph(root.resolve("k8s/pods.yaml")).toString())
        .isEqualTo("{\"problems\":\"this document is no zone program\\n\"}");
    assertThat(editor.ask("workspace/executeCommand", "{\"command\":\"zonec.graph\"}").toString())
        .contains("zonec.graph with the URI of a source");
  }

  private JsonObject graph(Path of) throws Exception {
    return editor
        .result(
            "workspace/executeCommand",
            "{\"command\":\"zonec.graph\",\"arguments\":[\"%s\"]}".formatted(EditorClient.uri(of)))
        .getAsJsonObject();
  }

  @Test
  void theGraphHasTheManifestsOfNow() throws Exception {
    editor.open(file, 1, PROGRAM);
    assertThat(graph(file).get("svg").getAsString()).contains("shop/db");
    Files.writeString(root.resolve("k8s/pods.yaml"), PODS.replace("name: db,", "name: database,"));
    editor.tell("workspace/didChangeWatchedFiles", "{\"changes\":[]}");
    assertThat(graph(file).get("svg").getAsString()).contains("shop/database");
  }

  @Test
  void lensesShowWhatIsProved() throws Exception {
    openAndProve();
    String lenses = editor.result("textDocument/codeLens", EditorClient.of(file)).toString();
    assertThat(lenses).contains("proved · 2 workloads");
    editor.change(file, 2, 8, 30, 30, " ");
    assertThat(editor.result("textDocument/codeLens", EditorClient.of(file)).toString())
        .contains("not proved yet");
  }

  @Test
  void aZoneWithoutPodsIsAProblem() throws Exception {
    editor.open(file, 1, PROGRAM.replace("app=web", "app=wep"));
    assertThat(editor.problems(file, 1)).isEmpty();
    assertThat(texts(editor.problems(file, 1), "code")).contains("ZC0536");
  }

  @Test
  void namesAreCompletedDescribedFoundAndRenamed() throws Exception {
    editor.open(file, 1, PROGRAM);
    JsonArray words =
        editor.result("textDocument/completion", EditorClient.at(file, 7, 13)).getAsJsonArray();
    assertThat(texts(words, "label")).startsWith("db", "web").contains("internet");
    assertThat(editor.result("textDocument/hover", EditorClient.at(file, 7, 14)).toString())
        .contains("Orders.", "shop/db (Pod)");
    assertThat(editor.result("textDocument/definition", EditorClient.at(file, 7, 14)).toString())
        .contains("\"line\":5,\"character\":5");
    String references =
        EditorClient.at(file, 7, 14)
            .replaceFirst("}$", ",\"context\":{\"includeDeclaration\":false}}");
    assertThat(editor.result("textDocument/references", references).getAsJsonArray()).hasSize(2);
    String renaming = EditorClient.at(file, 7, 14).replaceFirst("}$", ",\"newName\":\"orders\"}");
    JsonObject edit = editor.result("textDocument/rename", renaming).getAsJsonObject();
    assertThat(edit.getAsJsonObject("changes").getAsJsonArray(EditorClient.uri(file))).hasSize(3);
    JsonObject refused =
        editor.ask(
            "textDocument/rename",
            EditorClient.at(file, 7, 14).replaceFirst("}$", ",\"newName\":\"web\"}"));
    assertThat(refused.getAsJsonObject("error").get("message").getAsString())
        .isEqualTo("`web` is declared already");
    assertThat(
            editor.result("textDocument/prepareRename", EditorClient.at(file, 7, 0)).isJsonNull())
        .isTrue();
  }

  @Test
  void aRenamingReachesFilesThatAreNotOpen() throws Exception {
    Path other = root.resolve("zones/more.zone");
    Files.writeString(other, "assert also: only web -> db\n");
    editor.open(file, 1, PROGRAM);
    String renaming = EditorClient.at(file, 7, 14).replaceFirst("}$", ",\"newName\":\"orders\"}");
    JsonObject changes =
        editor.result("textDocument/rename", renaming).getAsJsonObject().getAsJsonObject("changes");
    assertThat(changes.keySet())
        .containsExactlyInAnyOrder(EditorClient.uri(file), EditorClient.uri(other));
  }

  @Test
  void openTextsCountInsteadOfFiles() throws Exception {
    Path other = root.resolve("zones/more.zone");
    Files.writeString(other, "zone other { namespace other }\n");
    editor.open(file, 1, PROGRAM + "allow other -> db : tcp/5432\n");
    assertThat(editor.problems(file, 1)).isEmpty();
    editor.open(other, 1, "# nothing here\n");
    JsonObject published =
        editor.take(
            "textDocument/publishDiagnostics",
            params ->
                params.get("uri").getAsString().equals(EditorClient.uri(file))
                    && !params.getAsJsonArray("diagnostics").isEmpty());
    assertThat(published.toString()).contains("unknown zone or external `other`");
  }

  @Test
  void aFileThatDoesNotExistYetBelongsToTheProgram() throws Exception {
    Path fresh = root.resolve("zones/fresh.zone");
    editor.open(fresh, 1, "assert fresh: only web -> db\n");
    assertThat(editor.problems(fresh, 1)).isEmpty();
    assertThat(editor.result("textDocument/definition", EditorClient.at(fresh, 0, 20)).toString())
        .contains("shop.zone");
  }

  @Test
  void aNewDocumentWithoutAFileIsAProgramOfItsOwn() throws Exception {
    String uri = "untitled:Untitled-1";
    editor.tell(
        "textDocument/didOpen",
        "{\"textDocument\":{\"uri\":\"%s\",\"languageId\":\"zone\",\"version\":1,\"text\":\"module x\\nzone a { namespace a }\\nallow a -> b : tcp/1\\n\"}}"
            .formatted(uri));
    JsonObject published =
        editor.take(
            "textDocument/publishDiagnostics",
            params -> params.get("uri").getAsString().equals(uri));
    assertThat(published.toString()).contains("unknown zone or external `b`");
  }

  @Test
  void aFileOutsideOfTheWorkspaceIsAnswered() throws Exception {
    Path outside = Files.createTempDirectory("zonec-outside").toRealPath().resolve("x.zone");
    Files.writeString(outside, PROGRAM);
    editor.open(outside, 1, PROGRAM);
    assertThat(editor.problems(outside, 1)).isEmpty();
    assertThat(editor.result("textDocument/hover", EditorClient.at(outside, 7, 14)).toString())
        .contains("Orders.");
  }

  @Test
  void documentsOfOtherLanguagesAreLeftAlone() throws Exception {
    Path yaml = root.resolve("k8s/pods.yaml");
    editor.open(yaml, 1, PODS);
    assertThat(editor.result("textDocument/hover", EditorClient.at(yaml, 0, 0)).isJsonNull())
        .isTrue();
    assertThat(editor.result("textDocument/documentSymbol", EditorClient.of(yaml)).getAsJsonArray())
        .isEmpty();
  }

  @Test
  void positionsOutsideOfTheTextAreTakenToItsEdge() throws Exception {
    editor.open(file, 1, PROGRAM);
    for (int[] position :
        new int[][] {
          {0, 4000}, {4000, 0}, {-1, 0}, {0, -5}, {7, Integer.MAX_VALUE}, {Integer.MAX_VALUE, 1}
        }) {
      String at = EditorClient.at(file, position[0], position[1]);
      for (String method :
          List.of("hover", "completion", "definition", "documentHighlight", "prepareRename")) {
        assertThat(editor.ask("textDocument/" + method, at).has("error")).as(method).isFalse();
      }
    }
    editor.change(file, 2, 4000, 0, 0, "# the end\n");
    assertThat(editor.problems(file, 2)).isEmpty();
  }

  @Test
  void aRequestAboutAnUnknownDocumentHasAnEmptyAnswer() throws Exception {
    Path missing = root.resolve("elsewhere/missing.zone");
    assertThat(editor.ask("textDocument/hover", EditorClient.at(missing, 3, 3)).has("error"))
        .isFalse();
    String broken =
        "{\"textDocument\":{\"uri\":\"::no uri::\"},\"position\":{\"line\":0,\"character\":0}}";
    assertThat(editor.ask("textDocument/hover", broken).has("error")).isFalse();
  }

  @Test
  void columnsCountCodeUnitsOfUtf16() throws Exception {
    String text =
        PROGRAM
            + "# \ud83d\ude00\r\n"
            + "allow web -> dbs : tcp/1 # \ud83d\ude00\r\n"
            + "allow dbz -> web : tcp/1\r\n";
    editor.open(file, 1, text);
    JsonArray problems = editor.problems(file, 1);
    assertThat(problems.toString())
        .contains("\"start\":{\"line\":10,\"character\":13},\"end\":{\"line\":10,\"character\":16}")
        .contains("\"start\":{\"line\":11,\"character\":6},\"end\":{\"line\":11,\"character\":9}");
    // Behind the face, which counts as two, and between its halves.
    editor.change(file, 2, 9, 4, 4, "x");
    editor.change(file, 3, 9, 3, 3, "y");
    editor.change(file, 4, 10, 13, 16, "db");
    editor.change(file, 5, 11, 6, 9, "db");
    assertThat(editor.problems(file, 5)).isEmpty();
    JsonArray tokens =
        editor
            .result("textDocument/semanticTokens/full", EditorClient.of(file))
            .getAsJsonObject()
            .getAsJsonArray("data");
    assertThat(tokens.size() % 5).isZero();
  }

  @Test
  void formattingKeepsLineEndsAndChangesOnlyWhatDiffers() throws Exception {
    String text = PROGRAM.replace("\n", "\r\n").replace("zone db {", "zone   db {");
    editor.open(file, 1, text);
    String options = EditorClient.of(file).replaceFirst("}$", ",\"options\":{\"tabSize\":2}}");
    JsonArray edits = editor.result("textDocument/formatting", options).getAsJsonArray();
    assertThat(edits).hasSize(1);
    JsonObject edit = edits.get(0).getAsJsonObject();
    assertThat(edit.getAsJsonObject("range").getAsJsonObject("start").get("line").getAsInt())
        .isEqualTo(5);
    assertThat(edit.get("newText").getAsString())
        .isEqualTo("zone db  { namespace shop  pods app=db }\r\n");
    editor.replace(file, 2, "zone {{{");
    assertThat(editor.result("textDocument/formatting", options).getAsJsonArray()).isEmpty();
  }

  @Test
  void everyOtherRequestHasAnAnswer() throws Exception {
    openAndProve();
    assertThat(editor.result("textDocument/documentSymbol", EditorClient.of(file)).getAsJsonArray())
        .hasSize(5);
    assertThat(editor.result("textDocument/foldingRange", EditorClient.of(file)).getAsJsonArray())
        .isEmpty();
    assertThat(editor.result("workspace/symbol", "{\"query\":\"web\"}").toString())
        .contains("shop.zone");
    String whole =
        ",\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":99,\"character\":0}}";
    assertThat(
            editor
                .result(
                    "textDocument/inlayHint", EditorClient.of(file).replaceFirst("}$", whole + "}"))
                .toString())
        .contains("postgres");
    editor.change(file, 2, 7, 13, 15, "dbb");
    JsonArray actions =
        editor
            .result(
                "textDocument/codeAction",
                EditorClient.of(file)
                    .replaceFirst("}$", whole + ",\"context\":{\"diagnostics\":[]}}"))
            .getAsJsonArray();
    assertThat(texts(actions, "title")).containsExactly("Replace `dbb` by `db`");
  }

  @Test
  void aStormOfEditsEndsWithTheProblemsOfTheLastText() throws Exception {
    openAndProve();
    int version = 1;
    for (int i = 0; i < 100; i++) {
      editor.change(file, ++version, 7, 13, 15, "zz");
      if (i % 10 == 0) {
        editor.send("textDocument/completion", EditorClient.at(file, 7, 13));
      }
      editor.change(file, ++version, 7, 13, 15, i == 99 ? "no" : "db");
    }
    JsonArray last = editor.problems(file, version);
    assertThat(last.toString()).contains("`no`").doesNotContain("`zz`");
    editor.change(file, ++version, 7, 13, 15, "db");
    assertThat(editor.problems(file, version)).isEmpty();
    // The proof of the last text comes last, and no earlier one afterwards.
    editor.take("workspace/codeLens/refresh", params -> true);
    Thread.sleep(700);
    assertThat(editor.untaken())
        .noneMatch(notice -> notice.toString().contains("publishDiagnostics"));
    assertThat(editor.result("textDocument/codeLens", EditorClient.of(file)).toString())
        .contains("proved · 2 workloads");
  }

  @Test
  void changedManifestsAreReadAgain() throws Exception {
    openAndProve();
    Files.writeString(
        root.resolve("k8s/pods.yaml"), PODS.replace("labels: {app: web}", "labels: {app: www}"));
    editor.tell("workspace/didChangeWatchedFiles", "{\"changes\":[]}");
    JsonObject published =
        editor.take(
            "textDocument/publishDiagnostics", params -> params.toString().contains("ZC0536"));
    assertThat(published.get("uri").getAsString()).isEqualTo(EditorClient.uri(file));
  }

  @Test
  void aClosedProgramHasNoProblems() throws Exception {
    editor.open(file, 1, PROGRAM.replace("-> db :", "-> dbs :"));
    assertThat(editor.problems(file, 1)).hasSize(1);
    editor.tell("textDocument/didClose", EditorClient.of(file));
    JsonObject published =
        editor.take(
            "textDocument/publishDiagnostics",
            params -> params.getAsJsonArray("diagnostics").isEmpty());
    assertThat(published.get("uri").getAsString()).isEqualTo(EditorClient.uri(file));
  }

  @Test
  void malformedMessagesDoNotEndTheServer() throws Exception {
    editor.tell(
        "textDocument/didChange",
        "{\"textDocument\":{\"uri\":\"file:///nowhere.zone\",\"version\":3},\"contentChanges\":[{\"text\":\"x\"}]}");
    assertThat(editor.ask("textDocument/unknown", "{}").has("error")).isTrue();
    openAndProve();
  }
}
