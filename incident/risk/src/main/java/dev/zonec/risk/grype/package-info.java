/**
 * Reads reports of Grype.
 *
 * <p>Entry type: {@link dev.zonec.risk.grype.GrypeReader}. Input: JSON. Output: scans. Decides:
 * which fields name the image.
 */
@NullMarked
package dev.zonec.risk.grype;

import org.jspecify.annotations.NullMarked;
