package dev.zonec.grammar.format;

import java.util.List;

/**
 * A line of formatted text.
 *
 * @param indent how many spaces it begins with
 * @param cells its pieces, from the left; each but the first may be moved to the right
 * @param trailing the comment at its end; empty for none
 * @param blankLine whether an empty line stands above it
 * @param role how it takes part in the alignment of its neighbours
 */
record Row(int indent, List<Cell> cells, String trailing, boolean blankLine, Role role) {
  /** A piece of a line that begins at a column. */
  record Cell(Column column, String text) {
    int width() {
      return text.codePointCount(0, text.length());
    }
  }

  /** How a row takes part in alignment. */
  sealed interface Role {
    /** It is aligned with neighbours of the same kind. */
    record Aligned(String kind) implements Role {}

    /** It is a comment, which neither is aligned nor keeps its neighbours from it. */
    record Transparent() implements Role {}

    /** It stands for itself. */
    record Alone() implements Role {}

    /** It stands for itself and opens a block. */
    record Opening() implements Role {}
  }

  Row {
    cells = List.copyOf(cells);
  }

  static Row of(int indent, String text, boolean blankLine, Role role) {
    return new Row(indent, List.of(new Cell(Column.START, text)), "", blankLine, role);
  }

  Row withTrailing(String comment) {
    return new Row(indent, cells, comment, blankLine, role);
  }

  /** The width without alignment and without the comment. */
  int width() {
    return indent + cells.stream().mapToInt(Cell::width).sum() + cells.size() - 1;
  }
}
