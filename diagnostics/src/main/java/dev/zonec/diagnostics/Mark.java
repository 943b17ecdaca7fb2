package dev.zonec.diagnostics;

/**
 * A place in a line of a source.
 *
 * @param line the line, counted from 1
 * @param from the offset in the line of its first character
 * @param to the offset in the line after its last character on that line
 * @param primary whether it is the place of the diagnostic itself
 * @param label what stands beside or below it; may be empty
 */
record Mark(int line, int from, int to, boolean primary, String label) {
  /** The mark of a span; of one that has several lines, its first line is marked. */
  static Mark of(Span span, boolean primary, String label) {
    SourceText source = span.source();
    int line = span.line();
    int start = source.startOfLine(line);
    int length = source.line(line).length();
    int from = Math.min(span.start() - start, length);
    int to = Math.max(from, Math.min(span.end() - start, length));
    return new Mark(line, from, to, primary, label);
  }
}
