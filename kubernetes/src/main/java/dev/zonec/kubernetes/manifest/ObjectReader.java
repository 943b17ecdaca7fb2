package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Converts trees to objects of the Kubernetes model. */
final class ObjectReader {
  /**
   * The outcome.
   *
   * @param objects the object; empty if there is a problem
   * @param problems the problems
   */
  record Outcome(List<ManifestObject> objects, List<Diagnostic> problems) {}

  /** Created for the first object, because it takes time. */
  private static final class Mapper {
    static final ObjectMapper SHARED = JsonMapper.builder().build();
  }

  private ObjectReader() {}

  /**
   * Reads {@code document}.
   *
   * @param apiVersion the group and version, which items of a list can leave out
   * @param kind the kind, which they can leave out too
   * @param type the class of the object
   * @param shape the fields to read
   */
  static Outcome read(
      Document document,
      String apiVersion,
      String kind,
      Class<? extends HasMetadata> type,
      Shape shape) {
    ShapeReader reader = new ShapeReader(document);
    Map<String, Object> plain = new LinkedHashMap<>();
    if (reader.read("the object", document.root(), shape).orElse(plain) instanceof Map<?, ?> read) {
      read.forEach((name, value) -> plain.put(String.valueOf(name), value));
    }
    plain.put("apiVersion", apiVersion);
    plain.put("kind", kind);
    if (!reader.problems().isEmpty()) {
      return new Outcome(List.of(), reader.problems());
    }
    try {
      HasMetadata object = Mapper.SHARED.convertValue(plain, type);
      return new Outcome(List.of(new ManifestObject(object, document)), List.of());
    } catch (JacksonException | IllegalArgumentException e) {
      Diagnostic problem =
          Diagnostic.error(
              Code.ZC0604, document.span(), "a field of the object has the wrong type");
      return new Outcome(List.of(), List.of(problem));
    }
  }

  /**
   * Reads a part of an object.
   *
   * @param problems collects problems
   */
  static <T> Optional<T> part(
      Document document, Node node, Shape shape, Class<T> type, List<Diagnostic> problems) {
    ShapeReader reader = new ShapeReader(document);
    Optional<Object> plain = reader.read("the template", node, shape);
    problems.addAll(reader.problems());
    if (plain.isEmpty() || !reader.problems().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Mapper.SHARED.convertValue(plain.get(), type));
    } catch (JacksonException | IllegalArgumentException e) {
      problems.add(
          Diagnostic.error(Code.ZC0604, document.spanOf(node), "a field has the wrong type"));
      return Optional.empty();
    }
  }
}
