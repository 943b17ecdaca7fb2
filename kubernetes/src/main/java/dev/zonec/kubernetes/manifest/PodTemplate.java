package dev.zonec.kubernetes.manifest;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pods of an object look like whose kind is not Kubernetes' own.
 *
 * @param part the name of the part of the workload; empty if it has only one
 * @param shape the template, with the labels and ports that the controller adds
 * @param labels where the template's labels stand in the object
 * @param guessed labels that the pods have with a value that only the controller knows, and what
 *     that value is like; {@code *} stands for anything
 * @param from the workload whose template the pods have instead of this one
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

  /** A workload of the same namespace, by its kind and name. */
  public record Reference(String kind, String name) {}
}
