package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The lines of one source that a diagnostic marks, in their order. One line between two marked
 * lines is shown; {@code ...} stands for several.
 *
 * @param source the source
 * @param marks the marked places, the diagnostic's own first
 */
record Snippet(SourceText source, List<Mark> marks) {
  /** The longest stretch of a source line that is shown, in columns. */
  private static final int WIDEST = 90;

  /** The narrowest that a stretch of a source line is made for a narrow terminal. */
  private static final int NARROWEST = 40;

  Snippet {
    marks = List.copyOf(marks);
  }

  /** {@code file:line:column} of the mark that the reader should look at first. */
  String place() {
    Mark first =
        marks.stream()
            .filter(Mark::primary)
            .findFirst()
            .orElseGet(() -> Collections.min(marks, Comparator.comparingInt(Mark::line)));
    int offset = source.startOfLine(first.line()) + first.from();
    return source.name() + ":" + first.line() + ":" + source.columnOf(offset);
  }

  /** The largest line number that is shown. */
  int lastLine() {
    return marks.stream().mapToInt(Mark::line).max().orElse(1);
  }

  /**
   * The rows of the snippet, each ended by LF.
   *
   * @param margin the width of the line numbers
   * @param width the columns of the terminal
   */
  String rows(int margin, int width, Paint paint) {
    StringBuilder out = new StringBuilder();
    MarkedLine drawing = new MarkedLine(width - margin - 3, paint);
    int window = Math.max(NARROWEST, Math.min(WIDEST, width - margin - 5));
    int before = 0;
    TreeMap<Integer, List<Mark>> byLine = new TreeMap<>();
    marks.forEach(mark -> byLine.computeIfAbsent(mark.line(), n -> new ArrayList<>()).add(mark));
    for (var each : byLine.entrySet()) {
      int line = each.getKey();
      if (before > 0 && line == before + 2) {
        out.append(
            sourceRow(line - 1, Excerpt.of(source.line(line - 1), 0, window), margin, paint));
      } else if (before > 0 && line > before + 2) {
        out.append(paint.frame("...")).append('\n');
      }
      before = line;
      for (List<Mark> together : together(each.getValue(), drawing, window)) {
        Excerpt excerpt = excerpt(together, window);
        out.append(sourceRow(line, excerpt, margin, paint));
        for (String row : drawing.rows(together, excerpt)) {
          out.append(" ".repeat(margin)).append(paint.frame(" |")).append(' ');
          out.append(row).append('\n');
        }
      }
    }
    return out.toString();
  }

  /** The marks of one line; one by one where the line cannot show them together. */
  private List<List<Mark>> together(List<Mark> marks, MarkedLine drawing, int window) {
    int first = marks.stream().mapToInt(Mark::from).min().orElse(0);
    int last = marks.stream().mapToInt(Mark::from).max().orElse(0);
    Excerpt excerpt = excerpt(marks, window);
    boolean near = excerpt.column(last) - excerpt.column(first) < window / 2 && excerpt.shows(last);
    return near && drawing.canDraw(marks, excerpt)
        ? List.of(marks)
        : marks.stream().map(List::of).toList();
  }

  private Excerpt excerpt(List<Mark> marks, int window) {
    Mark first = marks.getFirst();
    int focus = marks.stream().mapToInt(Mark::from).min().orElse(0);
    return Excerpt.of(source.line(first.line()), focus, window);
  }

  private static String sourceRow(int line, Excerpt excerpt, int margin, Paint paint) {
    String number = Integer.toString(line);
    return paint.frame(number + " ".repeat(margin - number.length()) + " |")
        + (excerpt.text().isEmpty() ? "" : " " + excerpt.text())
        + "\n";
  }
}
