/**
 * The verdicts of a run as data: what each claim comes to, and why.
 *
 * <p>Entry type: {@link dev.zonec.verifier.finding.Findings}. Input: the verdicts of {@code
 * verifier.proof} and the origins of policies. Output: {@link dev.zonec.verifier.finding.Finding}
 * values, each with an id that survives unrelated edits. {@code verifier.report} writes them as
 * text and as JSON. Nothing here is text for a reader.
 */
@NullMarked
package dev.zonec.verifier.finding;

import org.jspecify.annotations.NullMarked;
