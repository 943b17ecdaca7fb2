package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Breaks lines that are wider than the terminal. */
public final class Prose {
  /** The indentation of continued lines, in columns, relative to the first line. */
  private static final int HANGING = 2;

  /** The least width of a line, in columns. A narrower terminal wraps the text itself. */
  private static final int NARROWEST = 20;

  private Prose() {}

  /**
   * Breaks each line of {@code text} at spaces, into lines of at most {@code width} columns if the
   * words allow it. Text in backticks is never broken, and several spaces between columns are kept.
   * The continued lines of an indented line are indented by two columns more.
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
    return TerminalText.columns(text);
  }

  /**
   * Splits a text into words. Text in backticks is one piece, together with the words that touch
   * it.
   */
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
