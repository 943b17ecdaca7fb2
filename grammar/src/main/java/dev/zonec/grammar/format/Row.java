package dev.zonec.grammar.format;

import java.util.List;

/**
 * A row of formatted text.
 *
 * @param indent the number of spaces at its beginning
 * @param cells its cells, from left to right; all but the first can be moved to the right
 * @param trailing the comment at its end; may be empty
 * @param blankLine whether there is an empty line above it
 * @param role its role in the alignment
 */
record Row(int indent, List<Cell> cells, String trailing, boolean blankLine, Role role) {
  /** A part of a row that begins at a column. */
  record Cell(Column column, String text) {
    int width() {
      return text.codePointCount(0, text.length());
    }
  }

  /** The role of a row in the alignment. */
  sealed interface Role {
    /** The row is aligned with neighbours of the same kind. */
    record Aligned(String kind) implements Role {}

    /**
     * The row is a comment. It is not aligned, and its neighbours can be aligned with each other.
     */
    record Transparent() implements Role {}

    /** The row is not aligned. */
    record Alone() implements Role {}

    /** The row is not aligned and opens a block. */
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

  /** Returns the width without alignment and without the comment. */
  int width() {
    return indent + cells.stream().mapToInt(Cell::width).sum() + cells.size() - 1;
  }
}
