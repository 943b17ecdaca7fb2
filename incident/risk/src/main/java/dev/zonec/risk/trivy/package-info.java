/**
 * Reads reports of Trivy.
 *
 * <p>Entry type: {@link dev.zonec.risk.trivy.TrivyReader}. Input: JSON. Output: scans. Decides:
 * which fields name the image.
 */
@NullMarked
package dev.zonec.risk.trivy;

import org.jspecify.annotations.NullMarked;
