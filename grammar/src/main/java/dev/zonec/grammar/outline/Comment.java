package dev.zonec.grammar.outline;

import dev.zonec.diagnostics.Span;

/**
 * A comment, or a line of a doc comment.
 *
 * @param text its characters, the signs included, without white space at the end
 * @param ownLine whether nothing but white space stands before it on its line
 * @param blankLine whether there is an empty line above it
 * @param span where it is
 */
public record Comment(String text, boolean ownLine, boolean blankLine, Span span) {}
