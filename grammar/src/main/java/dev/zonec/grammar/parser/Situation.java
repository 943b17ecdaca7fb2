package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Where a token was found that is not expected, for guessing what was meant.
 *
 * @param tokens the tokens
 * @param found the token that is not expected
 * @param context the rule that is being read
 * @param expected what could stand there
 */
record Situation(TokenStream tokens, Token found, RuleContext context, IntervalSet expected) {
  static Situation of(Parser parser, Token found, IntervalSet expected) {
    return new Situation(parser.getTokenStream(), found, parser.getContext(), expected);
  }

  /** Whether a statement could begin here. */
  boolean atStatement() {
    return expected.contains(ZoneParser.MODULE) && expected.contains(ZoneParser.ZONE);
  }

  /** Whether the rule being read is one of {@code rules} or inside one. */
  boolean inside(int... rules) {
    for (RuleContext each = context; each != null; each = each.parent) {
      for (int rule : rules) {
        if (each.getRuleIndex() == rule) {
          return true;
        }
      }
    }
    return false;
  }

  boolean expects(int type) {
    return expected.contains(type);
  }

  boolean isFound(int type) {
    return found.getType() == type;
  }

  /** Whether the found token is one of {@code words}, in small letters or capitals. */
  boolean isFound(Set<String> words) {
    return words.contains(found.getText().toLowerCase(Locale.ROOT));
  }

  /** The type of the token {@code steps} after the one that was found; EOF beyond the last. */
  int typeAfter(int steps) {
    return away(steps).map(Token::getType).orElse(Token.EOF);
  }

  /** The type of the token {@code steps} before the one that was found. */
  int typeBefore(int steps) {
    return away(-steps).map(Token::getType).orElse(Token.INVALID_TYPE);
  }

  /** The text of the token {@code steps} before, in small letters; empty if not on this line. */
  String before(int steps) {
    return away(-steps)
        .filter(token -> token.getLine() == found.getLine())
        .map(token -> token.getText().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private Optional<Token> away(int steps) {
    int step = Integer.signum(steps);
    int left = Math.abs(steps);
    for (int i = found.getTokenIndex() + step; i >= 0 && i < tokens.size(); i += step) {
      Token token = tokens.get(i);
      left -= token.getChannel() == Token.DEFAULT_CHANNEL ? 1 : 0;
      if (left == 0) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /** The first word of the found token's line. */
  String firstOfLine() {
    String first = "";
    for (int steps = 1; !before(steps).isEmpty(); steps++) {
      first = before(steps);
    }
    return first;
  }
}
