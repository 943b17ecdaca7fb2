/**
 * Reads reports of Clair and its clients.
 *
 * <p>Entry type: {@link dev.zonec.risk.clair.ClairReader}. Input: JSON. Output: scans. Decides:
 * which text of an advisory names a vulnerability.
 */
@NullMarked
package dev.zonec.risk.clair;

import org.jspecify.annotations.NullMarked;
