package dev.zonec.response.snapshot;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.storage.MountedVolume;
import dev.zonec.kubernetes.storage.StorageObjects;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The volumes to keep as evidence.
 *
 * @param volumes the mounted volumes, by namespace
 * @param storage the declared objects that tell about storage
 * @param snapshotClass the VolumeSnapshotClass to use for all; empty to choose by driver
 * @param id the value of the label of the new objects, and a part of their names
 * @param end the question's end, for messages about volumes that no object declares
 */
public record SnapshotRequest(
    SortedMap<String, List<MountedVolume>> volumes,
    StorageObjects storage,
    Optional<String> snapshotClass,
    String id,
    Span end) {
  /** Copies the map. */
  public SnapshotRequest {
    volumes = new TreeMap<>(volumes);
  }
}
