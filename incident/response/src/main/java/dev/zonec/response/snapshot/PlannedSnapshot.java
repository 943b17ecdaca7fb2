package dev.zonec.response.snapshot;

import dev.zonec.response.change.NewObject;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot of the volume of a claim.
 *
 * @param claim the claim
 * @param pods the pods that mount it
 * @param snapshotClass its VolumeSnapshotClass
 * @param driver the CSI driver; empty if it is not known and the user chose the class
 * @param deletes whether deleting the snapshot also deletes its data in the storage
 * @param snapshot the VolumeSnapshot
 * @param restoring the claim that restores it; empty if the size of the volume is not known
 */
public record PlannedSnapshot(
    String claim,
    List<String> pods,
    String snapshotClass,
    Optional<String> driver,
    boolean deletes,
    NewObject snapshot,
    Optional<NewObject> restoring) {
  /** Copies the list. */
  public PlannedSnapshot {
    pods = List.copyOf(pods);
  }
}
