/**
 * Reports planned changes: lines of text, data for JSON, and diagnostics.
 *
 * <p>Entry type: {@link dev.zonec.response.report.QuarantineText}. Input: a change and its proof.
 * Decides: wording only.
 */
@NullMarked
package dev.zonec.response.report;

import org.jspecify.annotations.NullMarked;
