package dev.zonec.diagnostics;

/**
 * A change of a source.
 *
 * @param span the replaced range
 * @param replacement the new text
 */
public record Edit(Span span, String replacement) {
  /**
   * Creates an edit that deletes {@code span}, and its lines if nothing else is on them.
   *
   * @param span the deleted range
   */
  public static Edit deletion(Span span) {
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
