/**
 * The layout of a source: its tokens in lines and blocks, with the trivia between them. The syntax
 * tree has the meaning of a text, and the outline the way it is written.
 *
 * <p>Entry type: {@link dev.zonec.grammar.outline.Outline}. Input: the parse tree. Output: records
 * without spans, except for comments. Decides: which braces enclose lines, and which enclose a set
 * of names.
 */
@NullMarked
package dev.zonec.grammar.outline;

import org.jspecify.annotations.NullMarked;
