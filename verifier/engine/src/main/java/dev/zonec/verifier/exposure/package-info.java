/**
 * What each workload is exposed to, by the policies of its own side: pods that exist and pods that
 * do not exist yet, and addresses.
 *
 * <p>Entry type: {@link dev.zonec.verifier.exposure.ExposureEngine}. Input: a world. Output: {@link
 * dev.zonec.verifier.exposure.Exposure}. Decisions: how sets of pods are described; which pods a
 * policy admits is {@link dev.zonec.verifier.reach.Sides}' to say.
 */
@NullMarked
package dev.zonec.verifier.exposure;

import org.jspecify.annotations.NullMarked;
