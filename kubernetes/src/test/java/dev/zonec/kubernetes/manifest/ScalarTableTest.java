package dev.zonec.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.SharedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scalars mean what they mean to the API server, as a number or name of a port, a whole number, a
 * string, a truth value and the name of a field. The table says what its libraries answered.
 */
final class ScalarTableTest {
  private static final Path TABLE =
      Path.of(System.getProperty("zonec.root", ".."), "spec", "yaml", "scalars.tsv");
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String REFUSED = "!";

  private static List<String> rows() throws IOException {
    return Files.readString(TABLE)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isEmpty())
        .toList();
  }

  @Test
  void everyScalarMeansWhatItMeansToTheServer() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> rows = rows();
    for (String row : rows) {
      String[] columns = row.split("\t", -1);
      String written = JSON.readTree(columns[0]).asString();
      check(wrong, columns[0], "port", columns[2], value(written, new Shape.WholeOrText()));
      check(wrong, columns[0], "whole", columns[3], value(written, new Shape.Whole()));
      check(wrong, columns[0], "text", columns[4], label(written));
      check(wrong, columns[0], "flag", columns[5], value(written, new Shape.Flag()));
      check(wrong, columns[0], "name", columns[6], name(written));
    }
    assertThat(rows).hasSizeGreaterThan(1000);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatCannotHaveAnotherTypeIsAString() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String row : rows()) {
      texts.add(JSON.readTree(row.split("\t", -1)[0]).asString());
    }
    for (char first = 0; first < 300; first++) {
      for (String rest :
          List.of("", "e", "n", "es", "inf", "ull", "alse", "rue", "0", "x1f", "123456")) {
        texts.add(first + rest);
      }
    }
    int strings = 0;
    for (String text : texts) {
      if (!ScalarResolution.canBeTyped(text)) {
        assertThat(ScalarResolution.typed(text)).isEqualTo(new Scalar.Text(text));
        strings++;
      }
    }
    assertThat(strings).isGreaterThan(2000);
  }

  private static void check(
      List<String> wrong, String written, String field, String expected, String found) {
    JsonNode there = expected.equals(REFUSED) ? JSON.missingNode() : JSON.readTree(expected);
    JsonNode here = found.equals(REFUSED) ? JSON.missingNode() : JSON.readTree(found);
    if (!there.equals(here)) {
      wrong.add(written + " as " + field + ": the server has " + expected + ", not " + found);
    }
  }

  private static String value(String written, Shape shape) {
    return document("v: " + written + "\n")
        .flatMap(document -> json(document, Shape.open(Map.of("v", shape)), "v"))
        .orElse(REFUSED);
  }

  private static String label(String written) {
    return document("v:\n  k: " + written + "\n")
        .flatMap(
            document -> {
              Shape labels = Shape.open(Map.of("v", new Shape.Texts(Shape.Nulls.EMPTY)));
              return read(document, labels)
                  .map(object -> object.get("v"))
                  .filter(v -> v instanceof Map<?, ?> map && map.size() == 1)
                  .map(v -> ((Map<?, ?>) v).get("k"))
                  .map(JSON::writeValueAsString);
            })
        .orElse(REFUSED);
  }

  private static String name(String written) {
    return document("? " + written + "\n: x\n")
        .filter(document -> document.root() instanceof MappingNode)
        .map(document -> Fields.of((MappingNode) document.root()).keySet())
        .filter(names -> names.size() == 1)
        .map(names -> JSON.writeValueAsString(names.iterator().next()))
        .orElse(REFUSED);
  }

  private static Optional<String> json(Document document, Shape shape, String field) {
    return read(document, shape)
        .map(
            object ->
                object.containsKey(field) ? JSON.writeValueAsString(object.get(field)) : "null");
  }

  private static Optional<Map<?, ?>> read(Document document, Shape shape) {
    ShapeReader reader = new ShapeReader(document);
    Optional<Object> object = reader.read("the object", document.root(), shape);
    return reader.problems().isEmpty() ? object.map(o -> (Map<?, ?>) o) : Optional.empty();
  }

  /** The only document of {@code text}, if there is nothing wrong with it. */
  private static Optional<Document> document(String text) {
    SourceText source = new SourceText("m.yaml", text);
    TreeReader.Trees trees =
        TreeReader.read(
            source,
            new DocumentTexts.Stretch(0, text.length()),
            new SharedValues(),
            Deadline.never());
    return trees.problems().isEmpty()
            && trees.documents().size() == 1
            && TreeCheck.of(trees.documents().getFirst()).isEmpty()
        ? Optional.of(trees.documents().getFirst())
        : Optional.empty();
  }
}
