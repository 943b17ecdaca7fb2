package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;

/**
 * Tells which tokens are keywords. The lexer lists them first, beginning with those that begin
 * statements.
 */
final class Keywords {
  private Keywords() {}

  /** Whether {@code type} is a keyword that begins a statement, and so is not a name. */
  static boolean beginStatement(int type) {
    return type >= ZoneLexer.MODULE && type < ZoneLexer.DENY;
  }

  /** Whether {@code type} is a keyword. */
  static boolean isKeyword(int type) {
    return type >= ZoneLexer.MODULE && type < ZoneLexer.ARROW;
  }
}
