package dev.zonec.diagnostics;

/**
 * Colours parts of a diagnostic.
 *
 * @param color whether to write ANSI escapes; the text is the same without them
 * @param tint the escape of the diagnostic's severity
 */
record Paint(boolean color, String tint) {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BLUE = "\u001b[1;34m";

  static Paint of(boolean color, Severity severity) {
    return new Paint(
        color,
        switch (severity) {
          case ERROR -> RED;
          case WARNING -> YELLOW;
        });
  }

  /** What belongs to the diagnostic itself: its code, its marks and their label. */
  String primary(String text) {
    return painted(tint, text);
  }

  /** What frames the source: arrows, line numbers, and the marks of other places. */
  String frame(String text) {
    return painted(BLUE, text);
  }

  String bold(String text) {
    return painted(BOLD, text);
  }

  String mark(boolean primary, String text) {
    return primary ? primary(text) : frame(text);
  }

  private String painted(String paint, String text) {
    return color ? paint + text + RESET : text;
  }
}
