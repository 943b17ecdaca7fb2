package dev.zonec.kubernetes.manifest;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template of pods, in an object whose kind is not built into Kubernetes.
 *
 * @param part the name of the part of the workload; empty if there is only one
 * @param shape the template, with the labels and ports that the controller adds
 * @param labels the path of the template's labels
 * @param guessed labels with values that only the controller knows, each with a pattern for the
 *     value; {@code *} stands for any text
 * @param from the workload whose template is used instead of this one
 */
public record PodTemplate(
    String part,
    PodTemplateSpec shape,
    List<Object> labels,
    Map<String, String> guessed,
    Optional<Reference> from) {
  /** Copies the collections. */
  public PodTemplate {
    labels = List.copyOf(labels);
    guessed = Map.copyOf(guessed);
  }

  /** A reference to a workload of the same namespace. */
  public record Reference(String kind, String name) {}
}
