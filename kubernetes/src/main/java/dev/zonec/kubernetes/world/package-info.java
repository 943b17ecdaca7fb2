/**
 * Manifests to a world: namespaces, workloads, nodes and policies.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.world.World}. Input: {@link
 * dev.zonec.kubernetes.manifest.Manifests}. Decisions: what a workload's pods look like; never what
 * a policy means.
 */
@NullMarked
package dev.zonec.kubernetes.world;

import org.jspecify.annotations.NullMarked;
