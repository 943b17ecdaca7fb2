package dev.zonec.grammar.format;

import dev.zonec.grammar.outline.Line;
import dev.zonec.grammar.outline.Part;
import dev.zonec.grammar.outline.Setting;
import dev.zonec.grammar.outline.Trivia;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a statement or clause as a single row. */
final class FlatLine {
  private final List<Row.Cell> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private Column column = Column.START;

  private FlatLine() {}

  /** Returns the row; empty if the line contains a comment, or a block with lines of its own. */
  static Optional<Row> of(Line line, int indent, boolean blankLine) {
    if (!isFlat(line)) {
      return Optional.empty();
    }
    FlatLine flat = new FlatLine();
    switch (line.kind()) {
      case STATEMENT -> flat.addStatement(line);
      case CLAUSE -> flat.addClause(line);
    }
    flat.begin(Column.START);
    Row.Role role = new Row.Role.Aligned(kind(line));
    Row row = new Row(indent, flat.cells, "", blankLine, role);
    return row.width() <= Layout.WIDTH ? Optional.of(row) : Optional.empty();
  }

  private static String kind(Line line) {
    return switch (line.kind()) {
      case STATEMENT -> line.first().text();
      case CLAUSE -> "";
    };
  }

  private static boolean isFlat(Line line) {
    List<Part> parts = line.parts();
    return parts.subList(1, parts.size()).stream()
        .allMatch(
            part ->
                switch (part) {
                  case Part.Token token -> isPlain(token.before());
                  case Part.Block block -> isPlain(block.open().before()) && isFlat(block);
                });
  }

  private static boolean isFlat(Part.Block block) {
    if (!isPlain(block.close().before())) {
      return false;
    }
    return block.lines().isEmpty()
        || (!block.lines().getFirst().first().before().lineBreak()
            && block.lines().stream()
                .allMatch(inner -> isPlain(inner.first().before()) && isFlat(inner)));
  }

  private static boolean isPlain(Trivia gap) {
    return gap.comments().isEmpty();
  }

  private void begin(Column next) {
    if (!cell.isEmpty()) {
      cells.add(new Row.Cell(column, cell.toString()));
      cell.setLength(0);
    }
    column = next;
  }

  private void addClause(Line line) {
    List<Part> parts = line.parts();
    add(text(parts.subList(0, 1)));
    if (parts.size() > 1) {
      begin(Column.ARGUMENT);
      add(text(parts.subList(1, parts.size())));
    }
  }

  private void addStatement(Line line) {
    List<Part> parts = line.parts();
    int from = 0;
    for (int i = 1; i < parts.size(); i++) {
      Column stop = stop(parts.get(i - 1), parts.get(i));
      if (stop != Column.START) {
        add(text(parts.subList(from, i)));
        begin(stop);
        from = i;
      }
    }
    add(text(parts.subList(from, parts.size())));
  }

  /** Returns the column that begins at {@code part}; START if none does. */
  private static Column stop(Part before, Part part) {
    if (part instanceof Part.Token token) {
      if (token.setting() == Setting.ZONE && token.is("in")) {
        return Column.IN;
      }
      if (token.setting() == Setting.ZONE && token.is("tier")) {
        return Column.TIER;
      }
      boolean defines = token.setting() == Setting.OTHER || token.setting() == Setting.PARAM;
      if (defines && token.is("=")) {
        return Column.EQUAL;
      }
      if (token.setting() == Setting.PARAM && token.is(":")) {
        return Column.TYPE;
      }
      boolean claim =
          before instanceof Part.Token colon
              && colon.setting() == Setting.ASSERTION
              && colon.is(":");
      return claim ? Column.CLAIM : Column.START;
    }
    return Column.BLOCK;
  }

  private void add(String text) {
    cell.append(text);
  }

  /** Returns the text of some parts on one row. */
  static String text(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    List<Part.Token> tokens = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Token token -> tokens.add(token);
        case Part.Block block -> {
          text.append(Spacing.join(tokens)).append(tokens.isEmpty() ? "" : " ").append(text(block));
          tokens.clear();
        }
      }
    }
    return text.append(Spacing.join(tokens)).toString();
  }

  private static String text(Part.Block block) {
    return block.lines().isEmpty()
        ? "{}"
        : block.lines().stream()
            .map(line -> text(line.parts()))
            .collect(Collectors.joining("  ", "{ ", " }"));
  }
}
