package dev.zonec.application.editing.answer;

import dev.zonec.grammar.tree.Statement;

/** Writes a statement for people. */
final class StatementText {
  private static final int LONGEST = 100;

  private StatementText() {}

  /** Returns the statement on one line, without what does not fit. */
  static String head(Statement statement) {
    String text = statement.span().text().replaceAll("#[^\r\n]*", " ").strip();
    String line = text.replaceAll("\\s+", " ");
    if (line.length() <= LONGEST) {
      return line;
    }
    int brace = line.indexOf('{');
    String head = brace > 0 && brace < LONGEST ? line.substring(0, brace) : line;
    return head.substring(0, Math.min(head.length(), LONGEST - 2)).stripTrailing()
        + (brace > 0 && brace < LONGEST ? " { … }" : " …");
  }
}
