/**
 * Reads manifests as a world: namespaces, workloads, nodes, policies and Services.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.world.World}. Input: {@link
 * dev.zonec.kubernetes.manifest.Manifests}. Decides: the properties of a workload's pods; not what
 * a policy means.
 */
@NullMarked
package dev.zonec.kubernetes.world;

import org.jspecify.annotations.NullMarked;
