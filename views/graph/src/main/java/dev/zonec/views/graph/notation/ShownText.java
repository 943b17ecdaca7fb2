package dev.zonec.views.graph.notation;

/**
 * Replaces characters that no notation can write or that change how other text is shown: control
 * characters, characters that change the direction of text, and halves of characters.
 */
public final class ShownText {
  private static final int REPLACEMENT = 0xFFFD;

  private ShownText() {}

  /** Returns {@code text} with a replacement character for each of them. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(each -> shown.appendCodePoint(isShown(each) ? each : REPLACEMENT));
    return shown.toString();
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
