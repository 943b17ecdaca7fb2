package dev.zonec.grammar.tree;

import dev.zonec.diagnostics.Span;

/**
 * A word of the user's.
 *
 * @param text what it says; of a string, without quotes and escapes
 * @param quoted whether it was written as a string
 * @param where the place
 */
public record Word(String text, boolean quoted, Where where) {
  /** The characters that it stands in, quotes included. */
  public Span span() {
    return where.span();
  }

  @Override
  public String toString() {
    return text;
  }
}
