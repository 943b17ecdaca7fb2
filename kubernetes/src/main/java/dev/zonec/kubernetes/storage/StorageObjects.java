package dev.zonec.kubernetes.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The declared objects that tell about storage.
 *
 * @param claims the claims, by namespace and name with a slash between
 * @param volumes the PersistentVolumes, by name
 * @param classes the StorageClasses, by name
 * @param snapshotClasses the VolumeSnapshotClasses, in the order of their names
 */
public record StorageObjects(
    Map<String, Claim> claims,
    Map<String, BoundVolume> volumes,
    Map<String, StorageClass> classes,
    List<SnapshotClass> snapshotClasses) {
  /** Copies the collections. */
  public StorageObjects {
    claims = Map.copyOf(claims);
    volumes = Map.copyOf(volumes);
    classes = Map.copyOf(classes);
    snapshotClasses = List.copyOf(snapshotClasses);
  }

  /**
   * A PersistentVolume.
   *
   * @param driver its CSI driver; empty if another plugin provides it
   * @param type the field of its specification that names the plugin, such as {@code nfs}
   */
  public record BoundVolume(Optional<String> driver, String type) {}

  /**
   * A StorageClass.
   *
   * @param standard whether claims that name no class get it
   */
  public record StorageClass(String name, String provisioner, boolean standard) {}

  /**
   * A VolumeSnapshotClass.
   *
   * @param standard whether it is annotated as the default for its driver
   * @param deletes whether deleting a VolumeSnapshot also deletes the data in the storage
   */
  public record SnapshotClass(String name, String driver, boolean standard, boolean deletes) {}

  /** Returns the StorageClasses that are marked as the default. */
  public List<StorageClass> standardClasses() {
    return classes.values().stream().filter(StorageClass::standard).toList();
  }
}
