/**
 * How a source is laid out: its tokens in lines and blocks, with the comments between them. The
 * tree says what a text means, the outline how it was written.
 *
 * <p>Entry type: {@link dev.zonec.grammar.outline.Outline}. Input: nothing but what the parser
 * found. Output: records without places, but for comments. Decisions: which braces enclose lines of
 * their own, and which a set of names.
 */
@NullMarked
package dev.zonec.grammar.outline;

import org.jspecify.annotations.NullMarked;
