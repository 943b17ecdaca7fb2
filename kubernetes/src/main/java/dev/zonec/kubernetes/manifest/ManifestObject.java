package dev.zonec.kubernetes.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * An object and its place.
 *
 * @param object the object with the fields that zonec reads; others are left out
 * @param document where its fields stand
 * @param templates its pods, where its kind is not Kubernetes' own
 */
public record ManifestObject(HasMetadata object, Document document, List<PodTemplate> templates) {
  /** Copies the list. */
  public ManifestObject {
    templates = List.copyOf(templates);
  }

  /** An object that has no pods, or whose kind is Kubernetes' own. */
  public ManifestObject(HasMetadata object, Document document) {
    this(object, document, List.of());
  }

  /** Its kind, such as {@code Deployment}. */
  public String kind() {
    return object.getKind();
  }
}
