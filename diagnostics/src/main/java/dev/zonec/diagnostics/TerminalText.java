package dev.zonec.diagnostics;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Prepares text of the user for a terminal. */
final class TerminalText {
  private static final String TAB = "    ";

  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private TerminalText() {}

  /**
   * The text with four spaces for each tab. Control and bidirectional characters would let an input
   * rewrite the terminal, so U+FFFD takes their place.
   */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.append(printable(c)));
    return out.toString();
  }

  /** The same for one code point. */
  static String printable(int c) {
    if (c == '\t') {
      return TAB;
    }
    int type = Character.getType(c);
    boolean hidden =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    return hidden ? "\ufffd" : Character.toString(c);
  }

  /** How many columns of a terminal a printable text takes. */
  static int columns(CharSequence text) {
    return text.codePoints().map(TerminalText::columns).sum();
  }

  /** East Asian characters and emoji take two columns, and combining marks none. */
  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean halfwidth = c >= 0xff61 && c <= 0xffdc;
    boolean fullwidth = (c >= 0xff01 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6);
    boolean punctuation = c >= 0x3000 && c <= 0x303e;
    return fullwidth
            || punctuation
            || Character.isEmojiPresentation(c)
            || (!halfwidth && WIDE.contains(UnicodeScript.of(c)))
        ? 2
        : 1;
  }
}
