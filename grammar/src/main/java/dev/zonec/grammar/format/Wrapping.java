package dev.zonec.grammar.format;

import dev.zonec.grammar.outline.Part.Token;
import dev.zonec.grammar.outline.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Wraps a line that is too wide. It breaks before arrows, {@code except} and {@code within}. If a
 * part is still too wide, each item of its list gets a row.
 */
final class Wrapping {
  private final int indent;
  private final boolean blankLine;
  private final Row.Role last;
  private final List<Row> rows = new ArrayList<>();

  /** The last token of the previous part; empty before the first part. */
  private List<Token> closing = List.of();

  /**
   * @param last the role of the last row
   */
  Wrapping(int indent, boolean blankLine, Row.Role last) {
    this.indent = indent;
    this.blankLine = blankLine;
    this.last = last;
  }

  List<Row> rows(List<Token> tokens) {
    if (fits(tokens, indent)) {
      add(tokens, indent);
    } else {
      int margin = indent;
      for (List<Token> part : filled(parts(tokens))) {
        addAfterBracket(part, margin);
        margin = indent + Layout.CONTINUED;
      }
    }
    Row end = rows.removeLast();
    rows.add(new Row(end.indent(), end.cells(), "", end.blankLine(), last));
    return rows;
  }

  private void add(List<Token> tokens, int margin) {
    boolean blank = rows.isEmpty() && blankLine;
    rows.add(Row.of(margin, Spacing.join(tokens), blank, new Row.Role.Alone()));
  }

  private static boolean fits(List<Token> tokens, int margin) {
    String text = Spacing.join(tokens);
    return margin + text.codePointCount(0, text.length()) <= Layout.WIDTH;
  }

  private static List<List<Token>> parts(List<Token> tokens) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    for (Token token : tokens) {
      if (!part.isEmpty() && joins(token) && !part.getLast().is("allow")) {
        parts.add(List.copyOf(part));
        part.clear();
      }
      part.add(token);
    }
    parts.add(part);
    return parts;
  }

  /** Joins as many parts on each row as fit. */
  private List<List<Token>> filled(List<List<Token>> parts) {
    List<List<Token>> rows = new ArrayList<>();
    List<Token> row = new ArrayList<>(parts.getFirst());
    for (List<Token> part : parts.subList(1, parts.size())) {
      List<Token> both = new ArrayList<>(row);
      both.addAll(part);
      if (fits(both, rows.isEmpty() ? indent : indent + Layout.CONTINUED)) {
        row = both;
      } else {
        rows.add(row);
        row = new ArrayList<>(part);
      }
    }
    rows.add(row);
    return rows;
  }

  private static boolean joins(Token token) {
    return token.is("->")
        || token.is("<->")
        || token.is("~>")
        || token.is("except")
        || token.is("within");
  }

  /** Adds a part on the row of a closing bracket, if the bracket is alone there. */
  private void addAfterBracket(List<Token> part, int margin) {
    if (!rows.isEmpty() && endedByBracket()) {
      Row bracket = rows.removeLast();
      List<Token> longer = new ArrayList<>(closing);
      longer.addAll(part);
      addPart(longer, bracket.indent());
    } else {
      addPart(part, margin);
    }
    closing = List.of(part.getLast());
  }

  private boolean endedByBracket() {
    Row row = rows.getLast();
    return depth(closing.getFirst()) < 0
        && row.cells().getFirst().text().equals(closing.getFirst().text());
  }

  private void addPart(List<Token> part, int margin) {
    List<List<Token>> items = items(part);
    if (fits(part, margin) || items.size() == 1) {
      addItem(part, margin);
      return;
    }
    int lead = lead(items.getFirst());
    addItem(items.getFirst().subList(0, lead), margin);
    addItem(items.getFirst().subList(lead, items.getFirst().size()), margin + Layout.CONTINUED);
    for (List<Token> item : items.subList(1, items.size())) {
      addItem(item, margin + Layout.CONTINUED);
    }
  }

  /** Returns the items of a list without brackets, each with its comma. */
  private static List<List<Token>> items(List<Token> part) {
    List<List<Token>> items = new ArrayList<>();
    List<Token> item = new ArrayList<>();
    int depth = 0;
    for (Token token : part) {
      // A bracket at the beginning closes an earlier part.
      depth += item.isEmpty() && items.isEmpty() ? Math.max(0, depth(token)) : depth(token);
      item.add(token);
      if (token.is(",") && depth == 0) {
        items.add(List.copyOf(item));
        item.clear();
      }
    }
    items.add(item);
    return items;
  }

  private static int depth(Token token) {
    if (token.setting() == Setting.BLOCK) {
      return 0;
    }
    if (token.is("{") || token.is("(") || token.is("[")) {
      return 1;
    }
    return token.is("}") || token.is(")") || token.is("]") ? -1 : 0;
  }

  /** Returns the number of tokens before the first item, at least the first word. */
  private static int lead(List<Token> first) {
    int lead = 1;
    for (int i = 0; i < first.size() - 1; i++) {
      Token token = first.get(i);
      if (token.is(":") || (token.is("=") && token.setting() != Setting.REQUIREMENT)) {
        lead = i + 1;
      }
    }
    return lead;
  }

  /** Adds an item on one row, or with the content of its brackets on rows of their own. */
  private void addItem(List<Token> item, int margin) {
    if (fits(item, margin)) {
      add(item, margin);
      return;
    }
    List<Token> row = new ArrayList<>();
    int inner = margin;
    for (int i = 0; i < item.size(); i++) {
      Token token = item.get(i);
      boolean closes = inner > margin && depth(token) < 0;
      if (closes) {
        add(row, inner);
        row.clear();
        inner = margin;
      }
      row.add(token);
      boolean opens = depth(token) > 0 && holdsList(item, i);
      if (opens || (inner > margin && token.is(","))) {
        add(row, inner);
        row.clear();
        inner = opens ? margin + Layout.BLOCK : inner;
      }
    }
    add(row, inner);
  }

  private static boolean holdsList(List<Token> item, int open) {
    for (int i = open + 1; i < item.size() && depth(item.get(i)) == 0; i++) {
      if (item.get(i).is(",")) {
        return true;
      }
    }
    return false;
  }
}
