/**
 * The rules about flows as an operator of the job, with a state for each group of sources.
 *
 * <p>Entry type: {@link dev.zonec.stream.rule.GroupRules}. Input: judged flows of a group. Output:
 * findings, and the rows of each period. Decides: in which order flows are counted, and when a
 * period ends.
 */
@NullMarked
package dev.zonec.stream.rule;

import org.jspecify.annotations.NullMarked;
