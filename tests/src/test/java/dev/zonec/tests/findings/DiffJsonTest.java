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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The output of {@code diff -f json} has the form of its schema and agrees with the exit code. */
final class DiffJsonTest {
  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(Run.ROOT.resolve("spec/cases/runs/diff"))) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheFormOfItsSchema(Path folder) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Run.ROOT.resolve("spec/schema/diff-1.schema.json")),
                InputFormat.JSON);
    Run run =
        Run.zonec(
            "diff",
            folder.resolve("old").toString(),
            folder.resolve("new").toString(),
            "-f",
            "json");
    assertThat(schema.validate(run.out(), InputFormat.JSON)).as(run.out()).isEmpty();
    JsonNode root = new JsonMapper().readTree(run.out());
    boolean complete = run.exit() < 3;
    assertThat(root.get("complete").asBoolean()).as("%s", folder).isEqualTo(complete);
    assertThat(root.get("differs").asBoolean()).as("%s", folder).isEqualTo(run.exit() == 1);
    assertThat(root.get("problems").isEmpty()).as("%s", folder).isEqualTo(complete);
  }
}
