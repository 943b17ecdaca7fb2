/**
 * The zone language's text: its grammar, parser, syntax tree and printer.
 *
 * <p>Input: {@link dev.zonec.diagnostics.SourceText}. Output: {@link
 * dev.zonec.grammar.tree.SourceFile} and diagnostics. Decisions: what is a word, what is a
 * statement; never what a name means.
 */
@NullMarked
package dev.zonec.grammar;

import org.jspecify.annotations.NullMarked;
