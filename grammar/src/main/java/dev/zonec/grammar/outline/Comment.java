package dev.zonec.grammar.outline;

import dev.zonec.diagnostics.Span;

/**
 * A comment, or a line of a doc comment.
 *
 * @param text its text, including the signs, without white space at the end
 * @param ownLine whether only white space precedes it on its line
 * @param blankLine whether there is an empty line above it
 * @param span its span
 */
public record Comment(String text, boolean ownLine, boolean blankLine, Span span) {}
