package dev.zonec.grammar.outline;

import java.util.List;

/** A part of a line. */
public sealed interface Part {
  /**
   * A token.
   *
   * @param text its text
   * @param setting what it is a part of
   * @param before the trivia before it
   */
  record Token(String text, Setting setting, Trivia before) implements Part {
    /** Whether the token is the sign or keyword {@code text}, and not a name. */
    public boolean is(String text) {
      return setting != Setting.NAME && this.text.equals(text);
    }
  }

  /**
   * A block: lines in braces.
   *
   * @param open the opening brace
   * @param lines the lines
   * @param close the closing brace
   */
  record Block(Token open, List<Line> lines, Token close) implements Part {
    /** Copies the lines. */
    public Block {
      lines = List.copyOf(lines);
    }
  }
}
