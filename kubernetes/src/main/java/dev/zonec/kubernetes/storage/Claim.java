package dev.zonec.kubernetes.storage;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.PlainObject;
import java.util.List;
import java.util.Optional;

/**
 * A PersistentVolumeClaim, or the template of one.
 *
 * @param storageClass its StorageClass; no value stands for the default class, and an empty text
 *     for none
 * @param accessModes such as {@code ReadWriteOnce}
 * @param volumeMode {@code Filesystem} or {@code Block}; no value for the default
 * @param volume the PersistentVolume that it is bound to, if it is known
 * @param requested the size that it requests, such as {@code 10Gi}
 * @param capacity the size of its volume, if it is known
 * @param span the object that declares it
 */
public record Claim(
    Optional<String> storageClass,
    List<String> accessModes,
    Optional<String> volumeMode,
    Optional<String> volume,
    Optional<String> requested,
    Optional<String> capacity,
    Span span) {
  /** Copies the list. */
  public Claim {
    accessModes = List.copyOf(accessModes);
  }

  /** Reads a claim, or a template with {@code metadata} and {@code spec}. */
  static Claim of(PlainObject object, Span span) {
    PlainObject spec = object.at("spec");
    Optional<String> written =
        spec.has("storageClassName")
            ? Optional.of(spec.text("storageClassName"))
            : object
                .at("metadata", "annotations")
                .optional("volume.beta.kubernetes.io/storage-class");
    return new Claim(
        written,
        spec.texts("accessModes"),
        spec.optional("volumeMode"),
        spec.optional("volumeName"),
        spec.at("resources", "requests").optional("storage"),
        object.at("status", "capacity").optional("storage"),
        span);
  }

  /** Returns a size that a copy of its volume fits into; empty if no size is known. */
  public Optional<String> size() {
    if (requested.isEmpty() || capacity.isEmpty()) {
      return capacity.or(() -> requested);
    }
    boolean larger =
        Quantity.parse(requested.get())
            .flatMap(size -> Quantity.parse(capacity.get()).map(size::compareTo))
            .filter(order -> order > 0)
            .isPresent();
    return larger ? requested : capacity;
  }
}
