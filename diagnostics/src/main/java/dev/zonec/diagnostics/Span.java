package dev.zonec.diagnostics;

/**
 * A stretch of a source text.
 *
 * @param source the text
 * @param start the offset of its first character
 * @param end the offset after its last; equal to {@code start} for a place between characters
 */
public record Span(SourceText source, int start, int end) {
  /** Refuses offsets outside the text. */
  public Span {
    if (start < 0 || end < start || end > source.content().length()) {
      throw new IllegalArgumentException(
          "span " + start + ".." + end + " is outside " + source.name());
    }
  }

  /** The line of the first character, counted from 1. */
  public int line() {
    return source.lineOf(start);
  }

  /** The column of the first character, counted from 1. */
  public int column() {
    return source.columnOf(start);
  }

  /** The characters themselves. */
  public String text() {
    return source.content().substring(start, end);
  }

  /** The shortest span that covers this one and {@code other}, which lies in the same text. */
  public Span to(Span other) {
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** {@code file:line}, as reports name a rule. */
  public String fileAndLine() {
    return source.name() + ":" + line();
  }

  @Override
  public String toString() {
    return source.name() + ":" + line() + ":" + column();
  }
}
