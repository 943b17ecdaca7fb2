package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;

/**
 * A change of a text.
 *
 * @param span what is replaced
 * @param replacement what takes its place
 */
public record Edit(Span span, String replacement) {
  /**
   * Deletes {@code span}; if nothing else stands on its lines, those too.
   *
   * @param span what is deleted
   */
  static Edit deletion(Span span) {
    SourceText source = span.source();
    String text = source.content();
    int start = span.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = span.end();
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    boolean ends = end == text.length() || text.charAt(end) == '\n';
    return new Edit(
        begins && ends
            ? new Span(source, start, Math.min(end + 1, text.length()))
            : new Span(source, begins ? span.start() : start, span.end()),
        "");
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }
}
