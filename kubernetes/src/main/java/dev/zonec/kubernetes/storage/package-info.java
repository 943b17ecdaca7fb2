/**
 * Reads the storage of pods: the volumes that they mount, claims, and the classes of storage and of
 * snapshots.
 *
 * <p>Entry types: {@link dev.zonec.kubernetes.storage.StorageReader} and {@link
 * dev.zonec.kubernetes.storage.MountedVolumes}. Input: manifests. Decides: the names of the claims
 * that controllers create.
 */
@NullMarked
package dev.zonec.kubernetes.storage;

import org.jspecify.annotations.NullMarked;
