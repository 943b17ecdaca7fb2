package dev.zonec.grammar.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Consecutive rows with aligned columns. A row is not added if a line would become too long, or a
 * gap so wide that the lines are hard to read.
 */
final class AlignedRun {
  private static final int WIDEST_GAP = 24;

  private final List<Row> rows = new ArrayList<>();
  private Map<Column, Integer> stops = new EnumMap<>(Column.class);

  /** Adds {@code row}, unless it cannot be aligned with the rows before it. */
  boolean add(Row row) {
    if (!rows.isEmpty() && row.role() instanceof Row.Role.Transparent) {
      rows.add(row);
      return true;
    }
    if (!rows.isEmpty() && !row.role().equals(rows.getFirst().role())) {
      return false;
    }
    rows.add(row);
    Map<Column, Integer> wider = widened(row);
    if (rows.size() > 1 && !fits(wider.equals(stops) ? List.of(row) : rows, wider)) {
      rows.removeLast();
      return false;
    }
    stops = wider;
    return true;
  }

  /** Returns the tab stops that also fit {@code row}. */
  private Map<Column, Integer> widened(Row row) {
    Map<Column, Integer> wider = new EnumMap<>(Column.class);
    wider.putAll(stops);
    boolean changed = true;
    // Moving a stop also moves the stops to its right, in every other row.
    List<Row> checked = List.of(row);
    while (changed) {
      changed = false;
      for (Row each : checked) {
        changed |= widen(wider, each);
      }
      checked = rows;
    }
    return wider;
  }

  private static boolean widen(Map<Column, Integer> stops, Row row) {
    boolean changed = false;
    int at = row.indent();
    for (Row.Cell cell : row.cells()) {
      if (cell.column() != Column.START && isAligned(row)) {
        at++;
        int stop = stops.getOrDefault(cell.column(), 0);
        if (at > stop) {
          stops.put(cell.column(), at);
          changed = true;
        }
        at = Math.max(at, stop);
      }
      at += cell.width();
    }
    return changed;
  }

  private static boolean isAligned(Row row) {
    return row.role() instanceof Row.Role.Aligned;
  }

  private static boolean fits(List<Row> rows, Map<Column, Integer> stops) {
    for (Row row : rows) {
      int at = row.indent();
      for (Row.Cell cell : row.cells()) {
        if (cell.column() != Column.START && isAligned(row)) {
          int stop = stops.getOrDefault(cell.column(), 0);
          if (stop - at > WIDEST_GAP) {
            return false;
          }
          at = stop;
        }
        at += cell.width();
      }
      if (isAligned(row) && at > Layout.WIDTH) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text of the rows. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int narrowest = Integer.MAX_VALUE;
    int widest = 0;
    for (Row row : rows) {
      String line = line(row);
      lines.add(line);
      if (!row.trailing().isEmpty()) {
        int width = line.codePointCount(0, line.length());
        narrowest = Math.min(narrowest, width);
        widest = Math.max(widest, width);
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      String comment = rows.get(i).trailing();
      if (!comment.isEmpty()) {
        String line = lines.get(i);
        int width = line.codePointCount(0, line.length());
        int to = widest - narrowest > WIDEST_GAP ? width : widest;
        lines.set(i, line + " ".repeat(to - width + 2) + comment);
      }
    }
    return lines;
  }

  private String line(Row row) {
    StringBuilder line = new StringBuilder(" ".repeat(row.indent()));
    int at = row.indent();
    for (Row.Cell cell : row.cells()) {
      if (cell.column() != Column.START && isAligned(row)) {
        int stop = stops.getOrDefault(cell.column(), 0);
        line.append(" ".repeat(stop - at));
        at = stop;
      }
      line.append(cell.text());
      at += cell.width();
    }
    return line.toString();
  }
}
