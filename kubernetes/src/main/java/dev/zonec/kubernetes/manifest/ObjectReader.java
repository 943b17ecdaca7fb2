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

/** A tree of a known shape to an object of the Kubernetes model. */
final class ObjectReader {
  /**
   * @param objects the object, or none if there is a problem
   * @param problems what is wrong with it
   */
  record Outcome(List<ManifestObject> objects, List<Diagnostic> problems) {}

  /** Made when the first object is read, for it takes a while. */
  private static final class Mapper {
    static final ObjectMapper SHARED = JsonMapper.builder().build();
  }

  private ObjectReader() {}

  /**
   * Reads {@code document}.
   *
   * @param apiVersion its group and version, which an item of a list may leave out
   * @param kind its kind, likewise
   * @param type what it becomes
   * @param shape which fields it has
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
   * @param problems grows by what is wrong with it
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
