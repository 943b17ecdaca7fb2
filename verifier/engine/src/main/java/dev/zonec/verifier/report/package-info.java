/**
 * Verdicts to diagnostics.
 *
 * <p>Entry type: {@link dev.zonec.verifier.report.VerificationReport}. Nothing here decides
 * anything, and nothing here prints.
 */
@NullMarked
package dev.zonec.verifier.report;

import org.jspecify.annotations.NullMarked;
