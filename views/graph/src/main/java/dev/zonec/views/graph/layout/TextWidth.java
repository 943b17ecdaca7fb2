package dev.zonec.views.graph.layout;

/**
 * Estimates the width of text, so that a layout does not depend on the fonts of the machine. The
 * widths are those of Helvetica, with some room for wider fonts.
 */
public final class TextWidth {
  private static final double ROOM = 1.13;
  private static final double BOLD = 1.09;
  private static final int FIRST = ' ';
  private static final int WIDE_FROM = 0x1100;
  private static final int OTHER = 610;
  private static final int WIDE = 1000;

  /** The widths of the characters from the space to the tilde, in thousandths of the size. */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // ' ' to '/'
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // '0' to '?'
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // '@' to 'O'
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // 'P' to '_'
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // '`' to 'o'
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // 'p' to '~'
  };

  private TextWidth() {}

  /**
   * Returns the width of {@code text} in pixels.
   *
   * @param size the size of the font in pixels
   */
  public static double of(String text, double size, boolean bold) {
    long thousandths = text.codePoints().mapToLong(TextWidth::of).sum();
    double width = thousandths * size / 1000 * ROOM * (bold ? BOLD : 1);
    // Whole pixels keep rounding errors out of pictures.
    return Math.ceil(width);
  }

  private static int of(int character) {
    int index = character - FIRST;
    if (index >= 0 && index < WIDTHS.length) {
      return WIDTHS[index];
    }
    return character >= WIDE_FROM ? WIDE : OTHER;
  }
}
