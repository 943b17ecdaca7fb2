/**
 * Manifests to a world: namespaces, workloads, nodes and policies.
 *
 * <p>Entry type: {@link dev.zonec.verifier.world.World}. Input: {@link
 * dev.zonec.verifier.manifest.Manifests}. Decisions: what a workload's pods look like; never what a
 * policy means.
 */
@NullMarked
package dev.zonec.verifier.world;

import org.jspecify.annotations.NullMarked;
