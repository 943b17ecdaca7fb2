package dev.zonec.tests.findings;

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
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The output of {@code verify -f json}, which the schema describes.
 *
 * @param exit the exit code
 * @param root the document
 */
record VerifyJson(int exit, JsonNode root) {
  private static final Schema SCHEMA = schema();

  /** Runs {@code verify} with {@code args} and checks the output against the schema. */
  static VerifyJson of(List<String> args) {
    List<String> all = new ArrayList<>(List.of("verify", "-f", "json"));
    all.addAll(args);
    Run run = Run.zonec(all.toArray(String[]::new));
    assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).as(run.out()).isEmpty();
    VerifyJson json = new VerifyJson(run.exit(), new JsonMapper().readTree(run.out()));
    assertThat(json.ids()).doesNotHaveDuplicates();
    return json;
  }

  /** Returns the findings of all variants. */
  List<JsonNode> findings() {
    List<JsonNode> findings = new ArrayList<>();
    root.get("runs").forEach(run -> run.path("findings").forEach(findings::add));
    return findings;
  }

  /** Returns the ids of the findings of a run. Another variant can have the same ids. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    root.get("runs")
        .forEach(
            run ->
                run.path("findings")
                    .forEach(
                        finding ->
                            ids.add(
                                run.get("variant").asString()
                                    + " "
                                    + finding.get("id").asString())));
    return ids;
  }

  private static Schema schema() {
    Path file = Run.ROOT.resolve("spec/schema/verify-1.schema.json");
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(file), InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
