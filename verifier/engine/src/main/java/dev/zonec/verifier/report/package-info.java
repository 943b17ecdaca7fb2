/**
 * Writes findings and answers as diagnostics, as lines of text, and as maps and lists for JSON.
 *
 * <p>Entry type: {@link dev.zonec.verifier.report.VerificationReport}. Input: findings and answers.
 * Output: diagnostics, lines and data. Decides: where the caret points, and which information is
 * printed only once. It never changes a verdict, and prints nothing.
 */
@NullMarked
package dev.zonec.verifier.report;

import org.jspecify.annotations.NullMarked;
