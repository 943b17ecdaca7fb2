/**
 * Finds the parts of a program that concern no pod of the manifests.
 *
 * <p>Entry type: {@link dev.zonec.verifier.deployed.DeployedZones}. Input: a world, a program, and
 * the objects that create pods which no manifest shows. Output: warnings about zones without a
 * workload, with the label or namespace that was probably meant, and the assertions that concern no
 * workload. Decides: when the manifests show enough of a namespace to call a zone empty. No verdict
 * depends on it.
 */
@NullMarked
package dev.zonec.verifier.deployed;

import org.jspecify.annotations.NullMarked;
