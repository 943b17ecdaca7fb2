package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object that decides about access, or a service account. Reading policies and workloads skips
 * it; its fields are read on request.
 *
 * @param kind its kind
 * @param document the object with its places
 */
public record AccessDocument(AccessKind kind, Document document) {
  /**
   * The fields of an object.
   *
   * @param values the fields as maps, lists, strings and Booleans; empty if there is a problem
   * @param problems the fields of a wrong type
   */
  public record FieldValues(Map<String, Object> values, List<Diagnostic> problems) {
    /** Copies the collections. */
    public FieldValues {
      values = Map.copyOf(values);
      problems = List.copyOf(problems);
    }
  }

  /** Reads the fields. */
  public FieldValues fields() {
    ShapeReader reader = new ShapeReader(document);
    Map<String, Object> values = new LinkedHashMap<>();
    if (reader.read("the object", document.root(), AccessKind.shape()).orElse(values)
        instanceof Map<?, ?> read) {
      read.forEach(
          (name, value) -> {
            if (value != null) {
              values.put(String.valueOf(name), value);
            }
          });
    }
    return reader.problems().isEmpty()
        ? new FieldValues(values, List.of())
        : new FieldValues(Map.of(), reader.problems());
  }
}
