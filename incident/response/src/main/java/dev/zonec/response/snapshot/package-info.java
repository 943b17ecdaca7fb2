/**
 * Plans snapshots of the volumes of pods.
 *
 * <p>Entry type: {@link dev.zonec.response.snapshot.SnapshotPlan}. Input: the mounted volumes and
 * the objects that tell about storage. Output: VolumeSnapshots, claims that restore them, and what
 * they leave out. Decides: the VolumeSnapshotClass of each snapshot.
 */
@NullMarked
package dev.zonec.response.snapshot;

import org.jspecify.annotations.NullMarked;
