package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.manifest.object.Objects;
import dev.zonec.kubernetes.manifest.object.PodFields;
import dev.zonec.kubernetes.yaml.Node;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts trees to objects of the Kubernetes model. */
final class ObjectReader {
  /**
   * The outcome.
   *
   * @param objects the object; empty if there is a problem
   * @param problems the problems
   */
  record Outcome(List<ManifestObject> objects, List<Diagnostic> problems) {}

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
    ManifestObject object = new ManifestObject(Objects.of(type, plain), document);
    return new Outcome(List.of(object), List.of());
  }

  /**
   * Reads a template of pods.
   *
   * @param problems collects problems
   * @return the template; empty if there is a problem
   */
  static Optional<PodTemplateSpec> template(
      Document document, Node node, List<Diagnostic> problems) {
    ShapeReader reader = new ShapeReader(document);
    Optional<Object> plain = reader.read("the template", node, WorkloadShapes.TEMPLATE);
    problems.addAll(reader.problems());
    return plain
        .filter(Map.class::isInstance)
        .filter(read -> reader.problems().isEmpty())
        .map(read -> PodFields.template((Map<?, ?>) read));
  }
}
