package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * An unexpected token and its context, for guesses at the mistake.
 *
 * @param tokens all tokens
 * @param found the unexpected token
 * @param context the rule that is being parsed
 * @param expected the expected tokens
 */
public record UnexpectedToken(
    TokenStream tokens, Token found, RuleContext context, IntervalSet expected) {
  /** Creates the context of a token that {@code parser} did not expect. */
  public static UnexpectedToken of(Parser parser, Token found, IntervalSet expected) {
    return new UnexpectedToken(parser.getTokenStream(), found, parser.getContext(), expected);
  }

  /** Whether a statement could begin here. */
  boolean atStatement() {
    return expects(ZoneParser.ZONE) && expects(ZoneParser.ALLOW) && !expects(ZoneParser.WORD);
  }

  /** Whether the current rule is one of {@code rules}, or inside one. */
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

  /** Returns whether the word before the unexpected token follows a colon. */
  boolean wordBeforeFollowsColon() {
    List<String> words = ofLine();
    return words.size() > 1 && words.get(words.size() - 2).equals(":");
  }

  boolean expects(int type) {
    return expected.contains(type);
  }

  boolean isFound(int type) {
    return found.getType() == type;
  }

  /** Whether the unexpected token is one of {@code words}, in upper or lower case. */
  boolean isFound(Set<String> words) {
    return words.contains(found.getText().toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the type of the token {@code steps} after the unexpected one; EOF after the last token.
   */
  int typeAfter(int steps) {
    return away(steps).map(Token::getType).orElse(Token.EOF);
  }

  /** Returns the type of the token {@code steps} before the unexpected one. */
  int typeBefore(int steps) {
    return away(-steps).map(Token::getType).orElse(Token.INVALID_TYPE);
  }

  /**
   * Returns the text of the token {@code steps} before, in lower case; empty if it is on another
   * line.
   */
  String before(int steps) {
    return away(-steps)
        .filter(token -> token.getLine() == found.getLine())
        .map(token -> token.getText().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** Returns the text of the token {@code steps} after; empty if it is on another line. */
  String after(int steps) {
    return away(steps)
        .filter(token -> token.getLine() == found.getLine() && token.getType() != Token.EOF)
        .map(Token::getText)
        .orElse("");
  }

  /** Whether a token of {@code type} follows on the same line. */
  boolean follows(int type) {
    for (int steps = 1; !after(steps).isEmpty(); steps++) {
      if (typeAfter(steps) == type) {
        return true;
      }
    }
    return false;
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

  /** Returns the first word of the unexpected token's line. */
  String firstOfLine() {
    String first = "";
    for (int steps = 1; !before(steps).isEmpty(); steps++) {
      first = before(steps);
    }
    return first;
  }

  /**
   * Returns the words and signs before the unexpected token on the line of the last one, in lower
   * case.
   */
  List<String> ofLine() {
    List<String> words = new ArrayList<>();
    Optional<Token> last = away(-1);
    for (int steps = 1; last.isPresent(); steps++) {
      Optional<Token> word = away(-steps);
      if (word.isEmpty() || word.get().getLine() != last.get().getLine()) {
        return words;
      }
      words.addFirst(word.get().getText().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** Returns the token before the unexpected one. */
  Optional<Token> previous() {
    return away(-1);
  }

  /** Whether the unexpected token is a keyword that begins statements. */
  boolean beginsStatement() {
    return found.getType() >= ZoneParser.MODULE && found.getType() < ZoneParser.DENY;
  }

  /** Returns the innermost of {@code rules} that is being parsed; -1 if there is none. */
  int innermost(Set<Integer> rules) {
    for (RuleContext each = context; each != null; each = each.parent) {
      if (rules.contains(each.getRuleIndex())) {
        return each.getRuleIndex();
      }
    }
    return -1;
  }

  /** Returns the tokens of the current outermost statement, up to the unexpected one. */
  List<Token> ofStatement() {
    RuleContext outermost = context;
    for (RuleContext each = context; each.parent != null; each = each.parent) {
      outermost = each;
    }
    List<Token> all = new ArrayList<>();
    int first =
        outermost instanceof ParserRuleContext statement && statement.getStart() != null
            ? statement.getStart().getTokenIndex()
            : found.getTokenIndex();
    for (int i = first; i < found.getTokenIndex(); i++) {
      all.add(tokens.get(i));
    }
    return all;
  }

  /** Whether a later brace closes {@code open}. */
  boolean closes(Token open) {
    int depth = 0;
    for (int i = open.getTokenIndex(); i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      depth += type == ZoneParser.LBRACE ? 1 : type == ZoneParser.RBRACE ? -1 : 0;
      if (depth == 0) {
        return true;
      }
    }
    return false;
  }
}
