package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** Tells statements without syntax errors from malformed ones. */
final class WellFormedness {
  private WellFormedness() {}

  /** Returns the statements without syntax errors; of blocks, only the head must have none. */
  static <C extends ParserRuleContext> List<C> whole(List<C> statements) {
    return statements.stream().filter(WellFormedness::isWhole).toList();
  }

  /** Whether a statement has no syntax error; statements in its body can have some. */
  static boolean isWhole(ParserRuleContext statement) {
    return statement.getChildCount() > 0 && isWhole(statement, 0);
  }

  private static boolean isWhole(ParserRuleContext context, int depth) {
    if (context.exception != null) {
      return false;
    }
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      boolean inBody =
          depth > 0
              && (child instanceof ZoneParser.InnerStatementContext
                  || (child instanceof ZoneParser.StatementContext
                      && context instanceof ZoneParser.ForeachStatementContext));
      if (child instanceof ErrorNode
          || (!inBody && child instanceof ParserRuleContext inner && !isWhole(inner, depth + 1))) {
        return false;
      }
    }
    return true;
  }
}
