package dev.zonec.kubernetes.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * An object with the spans of its fields.
 *
 * @param object the object, with the fields that zonec reads
 * @param document the spans of its fields
 * @param templates the templates of its pods, if its kind is not built into Kubernetes
 */
public record ManifestObject(HasMetadata object, Document document, List<PodTemplate> templates) {
  /** Copies the list. */
  public ManifestObject {
    templates = List.copyOf(templates);
  }

  /** Creates an object without pods, or of a built-in kind. */
  public ManifestObject(HasMetadata object, Document document) {
    this(object, document, List.of());
  }

  /** Returns the kind, such as {@code Deployment}. */
  public String kind() {
    return object.getKind();
  }
}
