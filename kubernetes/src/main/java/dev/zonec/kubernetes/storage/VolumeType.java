package dev.zonec.kubernetes.storage;

import dev.zonec.kubernetes.manifest.PlainObject;
import java.util.Set;

/** The type of a volume, which a field of its own name describes. */
final class VolumeType {
  /** Fields beside the one that names the type; {@code local} and others are types. */
  private static final Set<String> OTHER_FIELDS =
      Set.of(
          "name",
          "capacity",
          "accessModes",
          "claimRef",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "mountOptions",
          "volumeMode",
          "nodeAffinity",
          "volumeAttributesClassName");

  private VolumeType() {}

  /** Returns the name of the type, such as {@code hostPath}; {@code emptyDir} if none is given. */
  static String of(PlainObject volume) {
    return volume.fields().keySet().stream()
        .filter(field -> !OTHER_FIELDS.contains(field))
        .findFirst()
        .orElse("emptyDir");
  }
}
