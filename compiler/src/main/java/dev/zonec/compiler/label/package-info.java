/**
 * Decides which labels selectors leave possible.
 *
 * <p>Entry type: {@link dev.zonec.compiler.label.Satisfiability}. Input: selectors and pod sets of
 * the model. Output: whether something can match them. The answer is exact: each requirement is
 * about one key, so keys are decided one by one, and there are practically unlimited label values.
 */
@NullMarked
package dev.zonec.compiler.label;

import org.jspecify.annotations.NullMarked;
