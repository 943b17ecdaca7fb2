package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.List;

/** Sentences cut into lines that fit a terminal. */
final class Prose {
  private Prose() {}

  /**
   * {@code text} as lines of at most {@code width} characters where its words allow it. What stands
   * in backticks is never cut.
   */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      int together = line.length() + 1 + piece.codePointCount(0, piece.length());
      if (!line.isEmpty() && together > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(piece);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Words, and what stands in backticks with the words that touch it. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '`';
      if (c == ' ' && (!quoted || text.indexOf('`', i) < 0)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
