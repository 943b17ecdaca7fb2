package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;

/** Which tokens are words of the language; the lexer lists them first, statements in front. */
final class Keywords {
  private Keywords() {}

  /** Whether {@code type} is a word that begins a statement, and so is no name. */
  static boolean beginStatement(int type) {
    return type >= ZoneLexer.MODULE && type < ZoneLexer.DENY;
  }

  /** Whether {@code type} is any word of the language. */
  static boolean isKeyword(int type) {
    return type >= ZoneLexer.MODULE && type < ZoneLexer.ARROW;
  }
}
