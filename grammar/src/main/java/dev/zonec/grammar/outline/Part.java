package dev.zonec.grammar.outline;

import java.util.List;

/** A piece of a line. */
public sealed interface Part {
  /**
   * One token.
   *
   * @param text its characters
   * @param setting what it is part of
   * @param before what stands between it and the token before it
   */
  record Token(String text, Setting setting, Trivia before) implements Part {
    /**
     * Whether it is the sign or word {@code text} of the language, and not a name of the user's.
     */
    public boolean is(String text) {
      return setting != Setting.NAME && this.text.equals(text);
    }
  }

  /**
   * Braces around lines.
   *
   * @param open the opening brace
   * @param lines what stands inside
   * @param close the closing brace
   */
  record Block(Token open, List<Line> lines, Token close) implements Part {
    /** Copies the lines. */
    public Block {
      lines = List.copyOf(lines);
    }
  }
}
