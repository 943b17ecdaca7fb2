/**
 * The verdicts of a run as structured findings.
 *
 * <p>Entry type: {@link dev.zonec.verifier.finding.Findings}. Input: the verdicts of {@code
 * verifier.proof}, and the origins of policies. Output: {@link dev.zonec.verifier.finding.Finding}
 * values, each with an id that survives unrelated edits. {@code verifier.report} writes them as
 * text and as JSON; this package writes no text for readers. Decides: the id of each finding.
 */
@NullMarked
package dev.zonec.verifier.finding;

import org.jspecify.annotations.NullMarked;
