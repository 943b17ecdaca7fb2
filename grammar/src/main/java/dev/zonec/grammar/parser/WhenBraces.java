package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * Counts the open braces at a position of the parser, from the {@code when} or {@code foreach}
 * around it.
 */
final class WhenBraces {
  private WhenBraces() {}

  /**
   * Returns the number of open braces: 1 between the statements of such a block, 0 outside of one.
   */
  static int openAt(Parser parser) {
    ParserRuleContext context = parser.getContext();
    while (context != null && !isBlock(context)) {
      context = context.getParent();
    }
    if (context == null) {
      return 0;
    }
    TokenStream tokens = parser.getInputStream();
    int open = 0;
    for (int i = context.getStart().getTokenIndex(); i < tokens.index(); i++) {
      Token token = tokens.get(i);
      if (token.getType() == ZoneLexer.LBRACE) {
        open++;
      } else if (token.getType() == ZoneLexer.RBRACE) {
        open--;
      }
    }
    return open;
  }

  /** Whether {@code context} is a statement that contains statements. */
  static boolean isBlock(ParserRuleContext context) {
    return context instanceof ZoneParser.WhenStatementContext
        || context instanceof ZoneParser.ForeachStatementContext;
  }
}
