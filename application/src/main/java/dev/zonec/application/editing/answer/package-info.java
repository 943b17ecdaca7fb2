/**
 * Answers the questions of an editor about a program: what is at a position, and what can be
 * written there.
 *
 * <p>Entry types: {@link dev.zonec.application.editing.answer.Completions}, {@link
 * dev.zonec.application.editing.answer.Hovers}, {@link
 * dev.zonec.application.editing.answer.NameSpans}, {@link
 * dev.zonec.application.editing.answer.Renaming}, {@link
 * dev.zonec.application.editing.answer.Symbols}, {@link
 * dev.zonec.application.editing.answer.Folds}, {@link
 * dev.zonec.application.editing.answer.HighlightedTokens}, {@link
 * dev.zonec.application.editing.answer.Lenses}, {@link dev.zonec.application.editing.answer.Fixes}
 * and {@link dev.zonec.application.editing.answer.PortHints}. Input: the state of a program.
 * Output: values with spans of its texts. Decides nothing about connections, and knows no protocol
 * of editors.
 */
@NullMarked
package dev.zonec.application.editing.answer;

import org.jspecify.annotations.NullMarked;
