package dev.zonec.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Draws the rows under a source line: {@code ^^^} under the place of the diagnostic, {@code ---}
 * under other places, and their labels.
 *
 * <p>The label of the last mark stands beside it. The labels of the marks before it hang below, on
 * lines of {@code |}, the last one first:
 *
 * <pre>
 *   zone web in web
 *        ^^^    --- the zone that it is nested in
 *        |
 *        declared here
 * </pre>
 *
 * @param room the columns that a row may take
 * @param paint the colours
 */
record MarkedLine(int room, Paint paint) {
  /** The narrowest that a label beside its mark gets, in columns, before it moves below. */
  private static final int NARROWEST_LABEL = 40;

  /** A mark with its first and last column, counted from 0; the last one is exclusive. */
  private record Drawn(int from, int to, boolean primary, String label) {
    static Drawn of(Mark mark, Excerpt excerpt) {
      int from = excerpt.column(mark.from());
      int to = Math.max(from + 1, excerpt.column(mark.to()));
      return new Drawn(from, to, mark.primary(), mark.label());
    }
  }

  /** Whether the labels of several marks of one line fit below one copy of the line. */
  boolean canDraw(List<Mark> marks, Excerpt excerpt) {
    List<Drawn> drawn = drawn(marks, excerpt);
    List<Drawn> hanging = new ArrayList<>(drawn);
    beside(drawn).ifPresent(hanging::remove);
    return drawn.size() == 1 || hanging.stream().allMatch(mark -> fits(mark.label(), mark.from()));
  }

  /** The rows, without the margin at their left. */
  List<String> rows(List<Mark> marks, Excerpt excerpt) {
    List<Drawn> drawn = drawn(marks, excerpt);
    if (drawn.size() == 1) {
      return single(drawn.getFirst());
    }
    List<Drawn> hanging = new ArrayList<>(drawn);
    List<String> rows = new ArrayList<>();
    String line = underline(drawn);
    Optional<Drawn> beside = beside(drawn);
    if (beside.isPresent()) {
      Drawn last = beside.get();
      hanging.remove(last);
      List<String> label = Prose.lines(last.label(), room - last.to() - 1);
      rows.add(line + paint.mark(last.primary(), " " + label.getFirst()));
      for (String rest : label.subList(1, label.size())) {
        rows.add(row(hanging, last.to() + 1, paint.mark(last.primary(), rest)));
      }
    } else {
      rows.add(line);
    }
    hanging.removeIf(mark -> mark.label().isEmpty());
    if (!hanging.isEmpty()) {
      rows.add(row(hanging, Integer.MAX_VALUE, "").stripTrailing());
    }
    List<Drawn> lastFirst = new ArrayList<>(hanging);
    lastFirst.sort(Comparator.comparingInt(Drawn::from).reversed());
    for (Drawn mark : lastFirst) {
      for (String text : Prose.lines(mark.label(), room - mark.from())) {
        rows.add(row(hanging, mark.from(), paint.mark(mark.primary(), text)));
      }
    }
    return rows;
  }

  /** A label after its mark; below the mark where the rest of the row is too narrow. */
  private List<String> single(Drawn mark) {
    String line = " ".repeat(mark.from()) + paint.mark(mark.primary(), carets(mark));
    if (mark.label().isEmpty()) {
      return List.of(line);
    }
    boolean beside = fits(mark.label(), mark.to() + 1);
    int indent =
        beside ? mark.to() + 1 : Math.max(0, Math.min(mark.from(), room - NARROWEST_LABEL));
    List<String> label = Prose.lines(mark.label(), room - indent);
    List<String> rows = new ArrayList<>();
    rows.add(beside ? line + paint.mark(mark.primary(), " " + label.getFirst()) : line);
    for (String text : label.subList(beside ? 1 : 0, label.size())) {
      rows.add(" ".repeat(indent) + paint.mark(mark.primary(), text));
    }
    return rows;
  }

  private boolean fits(String label, int column) {
    return TerminalText.columns(label) <= room - column || room - column >= NARROWEST_LABEL;
  }

  /** The marks from left to right; of several in one column, that of the diagnostic first. */
  private static List<Drawn> drawn(List<Mark> marks, Excerpt excerpt) {
    return marks.stream()
        .map(mark -> Drawn.of(mark, excerpt))
        .sorted(Comparator.comparingInt(Drawn::from).thenComparing(mark -> !mark.primary()))
        .toList();
  }

  /** The mark whose label stands in the row of the marks: nothing is at its right. */
  private Optional<Drawn> beside(List<Drawn> drawn) {
    Drawn last = drawn.getLast();
    boolean free =
        drawn.subList(0, drawn.size() - 1).stream().allMatch(mark -> mark.to() <= last.from())
            && !last.label().isEmpty()
            && fits(last.label(), last.to() + 1);
    return free ? Optional.of(last) : Optional.empty();
  }

  private static String carets(Drawn mark) {
    return (mark.primary() ? "^" : "-").repeat(mark.to() - mark.from());
  }

  /** All marks in one row; where two overlap, that of the diagnostic is on top. */
  private String underline(List<Drawn> drawn) {
    StringBuilder signs = new StringBuilder();
    int end = drawn.stream().mapToInt(Drawn::to).max().orElse(0);
    for (int column = 0; column < end; column++) {
      char sign = ' ';
      for (Drawn mark : drawn) {
        if (mark.from() <= column && column < mark.to() && sign != '^') {
          sign = mark.primary() ? '^' : '-';
        }
      }
      signs.append(sign);
    }
    StringBuilder row = new StringBuilder();
    for (int start = 0; start < end; ) {
      int next = start;
      while (next < end && signs.charAt(next) == signs.charAt(start)) {
        next++;
      }
      String run = signs.substring(start, next);
      row.append(run.isBlank() ? run : paint.mark(run.charAt(0) == '^', run));
      start = next;
    }
    return row.toString();
  }

  /** {@code text} at {@code column}, with {@code |} for each hanging mark that is left of it. */
  private String row(List<Drawn> hanging, int column, String text) {
    StringBuilder row = new StringBuilder();
    int at = 0;
    for (Drawn mark : hanging) {
      if (mark.from() < column && mark.from() >= at) {
        row.append(" ".repeat(mark.from() - at)).append(paint.mark(mark.primary(), "|"));
        at = mark.from() + 1;
      }
    }
    return column == Integer.MAX_VALUE
        ? row.toString()
        : row.append(" ".repeat(column - at)).append(text).toString();
  }
}
