/**
 * Reads the objects of the Trivy operator.
 *
 * <p>Entry type: {@link dev.zonec.risk.operator.OperatorReader}. Input: JSON. Output: scans.
 * Decides: which fields name the image and the workload.
 */
@NullMarked
package dev.zonec.risk.operator;

import org.jspecify.annotations.NullMarked;
