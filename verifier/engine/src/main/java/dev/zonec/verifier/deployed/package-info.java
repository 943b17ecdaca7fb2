/**
 * What of a program concerns the pods that manifests show.
 *
 * <p>Entry: {@link dev.zonec.verifier.deployed.DeployedZones}. Input: a world, a program, and what
 * makes pods that no manifest shows. Output: the zones that no workload is in, as warnings with the
 * label or namespace that was probably meant, and the assertions that concern no workload.
 * Decisions: when manifests show enough of a namespace to call a zone empty. No verdict depends on
 * it.
 */
@NullMarked
package dev.zonec.verifier.deployed;

import org.jspecify.annotations.NullMarked;
