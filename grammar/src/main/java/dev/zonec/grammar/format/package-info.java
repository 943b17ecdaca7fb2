/**
 * Sources in the one style there is.
 *
 * <p>Entry type: {@link dev.zonec.grammar.format.Formatting}. Input: a source text. Output: the
 * same source, laid out. Decisions: where lines break and how they are spaced and aligned. What the
 * source says and every comment stay as they are.
 */
@NullMarked
package dev.zonec.grammar.format;

import org.jspecify.annotations.NullMarked;
