/**
 * What label selectors leave possible.
 *
 * <p>Entry type: {@link dev.zonec.compiler.label.Satisfiability}. Input: selectors and pod sets of
 * the model. Output: whether something could meet them. Decisions: none; the answer is exact, key
 * by key, because a requirement looks at one key and label values are as good as unlimited.
 */
@NullMarked
package dev.zonec.compiler.label;

import org.jspecify.annotations.NullMarked;
