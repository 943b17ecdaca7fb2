package dev.zonec.verifier.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * An object and its place.
 *
 * @param object the object with the fields that zonec reads; others are left out
 * @param document where its fields stand
 */
public record ManifestObject(HasMetadata object, Document document) {
  /** Its kind, such as {@code Deployment}. */
  public String kind() {
    return object.getKind();
  }
}
