/**
 * The rules that turn observed flows into findings. They are keyed by the source of a flow: the
 * state of one source is all that a rule needs, it can be serialised, and its size is bounded.
 *
 * <p>Entry type: {@link dev.zonec.flows.rule.FlowRules}. Input: a flow with its ends and its
 * judgement, and the state of its source. Output: rows, which count equal flows, and findings.
 * Decides: which flows are a finding.
 */
@NullMarked
package dev.zonec.flows.rule;

import org.jspecify.annotations.NullMarked;
