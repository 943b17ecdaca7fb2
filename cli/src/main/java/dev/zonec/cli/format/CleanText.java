package dev.zonec.cli.format;

/** Makes text from inputs safe to show. */
public final class CleanText {
  private CleanText() {}

  /**
   * Returns {@code text} without characters that would change how the text around them looks:
   * U+FFFD takes the place of control and bidirectional characters. Line ends and tabs stay.
   */
  public static String lines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.appendCodePoint(c == '\n' || c == '\t' || !isHidden(c) ? c : 0xfffd));
    return out.toString();
  }

  /** Returns the same on one line. */
  public static String line(String text) {
    return lines(text).replace('\n', ' ').replace('\t', ' ');
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> c == 0xfffe || c == 0xffff;
    };
  }
}
