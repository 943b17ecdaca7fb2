package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Breaks text that is wider than the terminal into several lines. */
public final class Prose {
  /** How much deeper than its first line the rest of a broken line stands. */
  private static final int HANGING = 2;

  /** The narrowest that a line is made: beyond that, a narrow terminal wraps the text itself. */
  private static final int NARROWEST = 20;

  private Prose() {}

  /**
   * Breaks each line of {@code text} at spaces so that it has at most {@code width} columns where
   * its words allow it. Text in backticks is never broken, and columns that are separated by
   * several spaces keep their distance. The rest of a line that begins with spaces stands two
   * columns deeper than the line.
   */
  public static List<String> lines(String text, int width) {
    return Stream.of(text.split("\n", -1)).flatMap(line -> broken(line, width).stream()).toList();
  }

  private static List<String> broken(String text, int width) {
    String words = text.stripLeading();
    String indent = " ".repeat(text.length() - words.length());
    String rest = indent.isEmpty() ? "" : indent + " ".repeat(HANGING);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(words)) {
      String start = lines.isEmpty() ? indent : rest;
      int room = Math.max(NARROWEST, width - start.length());
      int together = columns(line) + 1 + columns(piece);
      if (!line.isEmpty() && !piece.isEmpty() && together > room) {
        lines.add(start + line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(piece);
    }
    lines.add((lines.isEmpty() ? indent : rest) + line);
    return lines;
  }

  private static int columns(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
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
