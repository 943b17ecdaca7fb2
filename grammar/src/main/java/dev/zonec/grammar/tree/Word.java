package dev.zonec.grammar.tree;

import dev.zonec.diagnostics.Span;

/**
 * A word in a source.
 *
 * @param text its text; for a string, without quotes and escapes
 * @param quoted whether it is a string
 * @param nodeSpan its span, including quotes
 */
public record Word(String text, boolean quoted, NodeSpan nodeSpan) implements Node {
  /**
   * Returns the span of the characters from {@code start} (inclusive) to {@code end} (exclusive).
   * It returns the span of the whole word if the source has another text, as for strings and
   * inserted parameters.
   */
  public Span part(int start, int end) {
    Span whole = span();
    return whole.text().equals(text)
        ? new Span(whole.source(), whole.start() + start, whole.start() + end)
        : whole;
  }

  @Override
  public String toString() {
    return text;
  }
}
