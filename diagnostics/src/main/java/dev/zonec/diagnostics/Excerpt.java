package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a source line that is shown, and the columns of its characters. A line that is too
 * long is cut around the first place that is marked in it.
 */
final class Excerpt {
  private static final String CUT = "…";

  private final String text;
  private final int[] columns;
  private final int first;
  private final int last;

  private Excerpt(String text, int[] columns, int first, int last) {
    this.text = text;
    this.columns = columns;
    this.first = first;
    this.last = last;
  }

  /**
   * @param line the line, without its end
   * @param focus the offset in the line that must be seen
   * @param window the most columns of the line that are shown
   */
  static Excerpt of(String line, int focus, int window) {
    int[] columns = new int[line.length() + 1];
    StringBuilder printed = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    List<Integer> printedStarts = new ArrayList<>();
    for (int i = 0, column = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      String shown = TerminalText.printable(c);
      starts.add(i);
      printedStarts.add(printed.length());
      printed.append(shown);
      int next = i + Character.charCount(c);
      for (int inside = i; inside < next; inside++) {
        columns[inside] = column;
      }
      column += TerminalText.columns(shown);
      columns[next] = column;
      i = next;
    }
    starts.add(line.length());
    printedStarts.add(printed.length());
    int total = columns[line.length()];
    int from = 0;
    int to = starts.size() - 1;
    if (total > window) {
      int left = Math.max(0, Math.min(columns[focus] - window / 3, total - window));
      while (columns[starts.get(from)] < left) {
        from++;
      }
      while (columns[starts.get(to)] > columns[starts.get(from)] + window) {
        to--;
      }
    }
    String shown =
        (from > 0 ? CUT : "")
            + printed.substring(printedStarts.get(from), printedStarts.get(to))
            + (to < starts.size() - 1 ? CUT : "");
    return new Excerpt(shown.stripTrailing(), columns, starts.get(from), starts.get(to));
  }

  /** What is shown of the line. */
  String text() {
    return text;
  }

  /** Whether the character at {@code offset} of the line is shown. */
  boolean shows(int offset) {
    return first <= offset && offset <= last;
  }

  /** The column, counted from 0, under which the character at {@code offset} of the line stands. */
  int column(int offset) {
    int shown = Math.max(first, Math.min(offset, last));
    return columns[shown] - columns[first] + (first > 0 ? 1 : 0);
  }
}
