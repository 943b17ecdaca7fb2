/**
 * Reads bills of materials in CycloneDX.
 *
 * <p>Entry type: {@link dev.zonec.risk.cyclonedx.CycloneDxReader}. Input: JSON. Output: scans.
 * Decides: which component is the image, and which analysis excludes a vulnerability.
 */
@NullMarked
package dev.zonec.risk.cyclonedx;

import org.jspecify.annotations.NullMarked;
