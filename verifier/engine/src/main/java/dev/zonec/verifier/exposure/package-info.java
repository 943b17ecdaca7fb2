/**
 * Computes the exposure of each workload: the pods, deployed or not, and the addresses that the
 * workload's own policies admit.
 *
 * <p>Entry type: {@link dev.zonec.verifier.exposure.ExposureEngine}. Input: a world. Output: an
 * {@link dev.zonec.verifier.exposure.Exposure} for each workload. Decides: how sets of pods are
 * described. {@link dev.zonec.verifier.reach.AdmittedConnections} computes which pods a policy
 * admits.
 */
@NullMarked
package dev.zonec.verifier.exposure;

import org.jspecify.annotations.NullMarked;
