package dev.zonec.diagnostics;

/**
 * A range of characters in a source text.
 *
 * @param source the text
 * @param start the offset of the first character
 * @param end the offset after the last character; equal to {@code start} for a position between
 *     characters
 */
public record Span(SourceText source, int start, int end) {
  /** The span of what no text contains, such as a rule that zonec proposes. */
  public static final Span NOWHERE = new Span(new SourceText("", ""), 0, 0);

  /** Rejects offsets outside the text. */
  public Span {
    if (start < 0 || end < start || end > source.content().length()) {
      throw new IllegalArgumentException(
          "span " + start + ".." + end + " is outside " + source.name());
    }
  }

  /** Whether a text contains what the span is of. */
  public boolean isWritten() {
    return source != NOWHERE.source;
  }

  /** Returns the line of the first character, counted from 1. */
  public int line() {
    return source.lineOf(start);
  }

  /** Returns the column of the first character, counted from 1. */
  public int column() {
    return source.columnOf(start);
  }

  /** Returns the characters. */
  public String text() {
    return source.content().substring(start, end);
  }

  /** Returns the first line of the span, without spaces at its end. */
  public Span firstLine() {
    String text = text();
    int line = text.indexOf('\n');
    return line < 0
        ? this
        : new Span(source, start, start + text.substring(0, line).stripTrailing().length());
  }

  /** Returns the shortest span that covers this one and {@code other}, a span of the same text. */
  public Span to(Span other) {
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Returns {@code file:line}, as reports name a rule. */
  public String fileAndLine() {
    return source.name() + ":" + line();
  }

  @Override
  public String toString() {
    return source.name() + ":" + line() + ":" + column();
  }
}
