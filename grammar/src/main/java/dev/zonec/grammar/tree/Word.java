package dev.zonec.grammar.tree;

import dev.zonec.diagnostics.Span;

/**
 * A word of the user's.
 *
 * @param text what it says; of a string, without quotes and escapes
 * @param quoted whether it was written as a string
 * @param nodeSpan the place
 */
public record Word(String text, boolean quoted, NodeSpan nodeSpan) implements Node {
  /**
   * The place of the characters of the text from {@code start} to before {@code end}; the whole
   * word's where the text is not what stands there, as in strings and where parameters stood.
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
