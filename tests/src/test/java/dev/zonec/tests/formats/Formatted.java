package dev.zonec.tests.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run that writes its result in every format.
 *
 * @param run the run
 * @param texts the text of each format, by its name
 */
record Formatted(Run run, Map<String, String> texts) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> NAMES =
      List.of("text", "json", "jsonl", "sarif", "junit", "md", "github", "gitlab");

  /** Runs {@code args} and writes all formats into {@code folder}. */
  static Formatted of(Path folder, List<String> args) throws IOException {
    List<String> all = new ArrayList<>(args);
    for (String name : NAMES) {
      all.addAll(List.of("--out", name + "=" + folder.resolve("out." + name)));
    }
    Run run = Run.zonec(all.toArray(String[]::new));
    Map<String, String> texts = new TreeMap<>();
    for (String name : NAMES) {
      texts.put(name, Files.readString(folder.resolve("out." + name)));
    }
    return new Formatted(run, texts);
  }

  String text(String format) {
    return texts.getOrDefault(format, "");
  }

  /** Checks that each format is well formed and has every entry. */
  void check(JsonNode report) throws Exception {
    wellFormed(report);
    for (JsonNode entry : report.get("entries")) {
      String id = entry.get("id").asString();
      assertThat(text("sarif")).contains(quoted(id));
      assertThat(text("jsonl")).contains(quoted(id));
      assertThat(text("gitlab")).contains(quoted(id));
      assertThat(text("github")).contains("| " + id);
      assertThat(text("junit")).contains("\"" + id.replace("<", "&lt;") + ":");
      assertThat(text("md")).contains(id);
    }
    assertThat(text("text")).isNotEmpty();
  }

  /** Checks that each format is well formed and has as many entries as {@code report}. */
  void wellFormed(JsonNode report) throws Exception {
    int entries = report.get("entries").size();
    JsonNode sarif = JSON.readTree(text("sarif"));
    assertThat(schema("sarif-subset-1.schema.json").validate(text("sarif"), InputFormat.JSON))
        .isEmpty();
    JsonNode run = sarif.get("runs").get(0);
    int results = run.get("results").size();
    int notes = 0;
    for (JsonNode note : run.get("invocations").get(0).get("toolExecutionNotifications")) {
      notes += note.has("properties") ? 1 : 0;
    }
    assertThat(results + notes).isEqualTo(entries);
    assertThat(text("jsonl").lines()).hasSize(entries + 1);
    for (String line : text("jsonl").lines().skip(1).toList()) {
      assertThat(JSON.readTree(line).has("id")).isTrue();
    }
    assertThat(JSON.readTree(text("gitlab"))).hasSize(entries);
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text("junit"))));
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(entries);
    assertThat(text("md").length()).isLessThanOrEqualTo(65_000);
  }

  /**
   * Returns the document of the entries: from the lines, because some commands have another one.
   */
  JsonNode report() throws IOException {
    List<String> lines = text("jsonl").lines().toList();
    String document =
        lines.getFirst().substring(0, lines.getFirst().length() - 1)
            + ",\"summary\":[],\"entries\":["
            + String.join(",", lines.subList(1, lines.size()))
            + "]}";
    assertThat(schema("report-1.schema.json").validate(document, InputFormat.JSON))
        .as(document)
        .isEmpty();
    String json = text("json");
    String name = JSON.readTree(json).get("format").asString().replace("zonec-", "");
    assertThat(schema(name + "-1.schema.json").validate(json, InputFormat.JSON)).as(json).isEmpty();
    return JSON.readTree(document);
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  /** Returns the schema {@code name} of {@code spec/schema}. */
  static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(Run.ROOT.resolve("spec/schema").resolve(name)), InputFormat.JSON);
  }
}
