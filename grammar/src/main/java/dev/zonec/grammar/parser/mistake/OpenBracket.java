package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Recognizes an opening bracket without a closing one, and the reverse. */
final class OpenBracket {
  private OpenBracket() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (Mistakes.closesNothing(at)) {
      return Optional.of(
          Guess.of(
              "no `{` matches this `}`",
              at.inside(ZoneParser.RULE_whenStatement, ZoneParser.RULE_foreachStatement)
                  ? "remove it"
                  : "remove it, or look for an extra `}` before it"));
    }
    Deque<Token> open = open(at);
    if (open.isEmpty() && (at.isFound(ZoneLexer.RPAREN) || at.isFound(ZoneLexer.RBRACKET))) {
      String opening = at.isFound(ZoneLexer.RPAREN) ? "(" : "[";
      return Optional.of(
          Guess.of(
              "no `" + opening + "` matches this `" + at.found().getText() + "`", "remove it"));
    }
    return open.isEmpty() ? Optional.empty() : notClosed(at, open.element(), open.getLast());
  }

  private static Optional<Guess> notClosed(UnexpectedToken at, Token open, Token outermost) {
    boolean brace = open.getType() == ZoneLexer.LBRACE;
    boolean ends = at.isFound(Token.EOF) || (at.beginsStatement() && at.before(1).isEmpty());
    if (brace && ends) {
      return at.isFound(Token.EOF) || !at.closes(outermost)
          ? Optional.of(unclosed(open, "}", at))
          : inside(at);
    }
    if (!brace && (ends || at.isFound(ZoneLexer.RBRACE) || at.isFound(ZoneLexer.LBRACE))) {
      return Optional.of(unclosed(open, open.getType() == ZoneLexer.LPAREN ? ")" : "]", at));
    }
    boolean arrow =
        at.isFound(ZoneLexer.ARROW) || at.isFound(ZoneLexer.BOTH) || at.isFound(ZoneLexer.LEADS);
    return brace && arrow ? Optional.of(unclosed(open, "}", at)) : Optional.empty();
  }

  /** The brace is closed later, so a statement was nested that cannot be nested. */
  private static Optional<Guess> inside(UnexpectedToken at) {
    if (at.atStatement()) {
      return Optional.empty();
    }
    String word = at.found().getText();
    return Optional.of(
        at.isFound(ZoneLexer.ZONE)
            ? Guess.of(
                "a zone cannot be declared inside the braces of another zone",
                "write it after them, and name the outer zone: `zone A in B { … }`")
            : Guess.of(
                "`"
                    + word
                    + "` is not allowed in the braces of `"
                    + at.ofStatement().getFirst().getText()
                    + "`",
                "write it as a separate statement, after the `}`"));
  }

  private static Guess unclosed(Token open, String close, UnexpectedToken at) {
    int line = at.previous().map(Token::getLine).orElse(open.getLine());
    String where =
        line == open.getLine() ? "at the end of this line" : "at the end of line " + line;
    return Guess.of("this `" + open.getText() + "` is not closed", closing(at, close, where))
        .at(open);
  }

  private static String closing(UnexpectedToken at, String close, String where) {
    return at.before(1).isEmpty() || at.isFound(Token.EOF)
        ? "close it with `" + close + "`, probably " + where
        : "close it with `" + close + "` before `" + at.found().getText() + "`";
  }

  /** Returns the open brackets of the current statement, innermost first. */
  private static Deque<Token> open(UnexpectedToken at) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : at.ofStatement()) {
      switch (token.getType()) {
        case ZoneLexer.LBRACE, ZoneLexer.LPAREN, ZoneLexer.LBRACKET -> open.push(token);
        case ZoneLexer.RBRACE, ZoneLexer.RPAREN, ZoneLexer.RBRACKET -> open.poll();
        default -> {}
      }
    }
    return open;
  }
}
