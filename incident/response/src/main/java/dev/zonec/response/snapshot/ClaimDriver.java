package dev.zonec.response.snapshot;

import dev.zonec.kubernetes.storage.Claim;
import dev.zonec.kubernetes.storage.StorageObjects;
import dev.zonec.kubernetes.storage.StorageObjects.BoundVolume;
import dev.zonec.kubernetes.storage.StorageObjects.StorageClass;
import java.util.List;
import java.util.Optional;

/** The CSI driver that provides the volume of a claim. */
sealed interface ClaimDriver {
  /** A CSI driver, or another provisioner of this name. */
  record Known(String name) implements ClaimDriver {}

  /** The volume has no CSI driver. */
  record NotCsi(String reason) implements ClaimDriver {}

  /** The objects do not tell. */
  record Unknown(String reason) implements ClaimDriver {}

  /** The prefix of provisioners that are a part of Kubernetes. */
  String IN_TREE = "kubernetes.io/";

  /** Finds the driver of {@code claim}: by its volume, or else by its StorageClass. */
  static ClaimDriver of(Claim claim, StorageObjects storage) {
    Optional<BoundVolume> volume =
        claim.volume().flatMap(name -> Optional.ofNullable(storage.volumes().get(name)));
    if (volume.isPresent()) {
      return volume
          .get()
          .driver()
          .<ClaimDriver>map(Known::new)
          .orElseGet(
              () ->
                  new NotCsi(
                      "its PersistentVolume `"
                          + claim.volume().orElse("")
                          + "` is of the type "
                          + volume.get().type()
                          + ", which has no CSI driver"));
    }
    if (claim.storageClass().filter(String::isEmpty).isPresent()) {
      return new Unknown("it has no StorageClass, and its PersistentVolume is not known");
    }
    return claim.storageClass().map(name -> ofClass(name, storage)).orElse(ofDefault(storage));
  }

  private static ClaimDriver ofClass(String name, StorageObjects storage) {
    return Optional.ofNullable(storage.classes().get(name))
        .map(ClaimDriver::ofClass)
        .orElse(new Unknown("its StorageClass `" + name + "` is not declared"));
  }

  private static ClaimDriver ofDefault(StorageObjects storage) {
    List<StorageClass> standard = storage.standardClasses();
    return switch (standard.size()) {
      case 0 -> new Unknown("it names no StorageClass, and no StorageClass is the default");
      case 1 -> ofClass(standard.getFirst());
      default -> new Unknown("it names no StorageClass, and several are marked as the default");
    };
  }

  private static ClaimDriver ofClass(StorageClass found) {
    return found.provisioner().startsWith(IN_TREE)
        ? new NotCsi(
            "the provisioner `"
                + found.provisioner()
                + "` of its StorageClass `"
                + found.name()
                + "` is not a CSI driver")
        : new Known(found.provisioner());
  }
}
