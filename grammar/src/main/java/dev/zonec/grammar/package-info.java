/**
 * The text of the zone language: grammar, parser, syntax tree, formatter and printer.
 *
 * <p>Input: {@link dev.zonec.diagnostics.SourceText}. Output: {@link
 * dev.zonec.grammar.tree.SourceFile} and diagnostics. Decides: what is a word and what is a
 * statement; not what a name means.
 */
@NullMarked
package dev.zonec.grammar;

import org.jspecify.annotations.NullMarked;
