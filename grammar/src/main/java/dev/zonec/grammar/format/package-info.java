/**
 * Formats sources in the standard style.
 *
 * <p>Entry type: {@link dev.zonec.grammar.format.Formatting}. Input: a source text. Output: the
 * same source, formatted. Decides: line breaks, spaces and alignment. The meaning of the source and
 * its comments do not change.
 */
@NullMarked
package dev.zonec.grammar.format;

import org.jspecify.annotations.NullMarked;
