package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import java.util.Optional;
import java.util.Set;

/** Recognizes typical mistakes in declarations of parameters. */
final class ParamMistakes {
  private ParamMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (at.isFound(Set.of("default", "defaults"))) {
      return Optional.of(
          Guess.of("the default follows a `=`", "write `param env : enum(dev, prod) = dev`"));
    }
    if (at.isFound(ZoneLexer.COMMA) && at.wordBeforeFollowsColon()) {
      return Optional.of(
          Guess.of(
              "the type of a parameter with several values is an `enum`",
              "write `param "
                  + at.before(3)
                  + " : enum("
                  + at.before(1)
                  + ", "
                  + (at.after(1).isEmpty() ? "…" : at.after(1))
                  + ")`"));
    }
    if (at.expects(ZoneLexer.COLON) && at.isFound(ZoneLexer.EQUAL)) {
      return Optional.of(
          Guess.of(
              "a parameter needs a type before its value",
              "write `param "
                  + at.before(1)
                  + " : string = …`; the types are `enum(a, b)`, `cidr[]`, `string` and `port`"));
    }
    if (at.expects(ZoneLexer.COLON)) {
      return Optional.of(
          Guess.of(
              "a parameter needs a type",
              "write `param "
                  + at.before(1)
                  + " : string`; the types are `enum(a, b)`, `cidr[]`,"
                  + " `string` and `port`"));
    }
    if (at.isFound(ZoneLexer.LBRACE)
        || at.isFound(ZoneLexer.LBRACKET)
        || (at.expects(ZoneLexer.RBRACKET) && at.typeBefore(1) == ZoneLexer.LBRACKET)) {
      return Optional.of(
          Guess.of("the values of an `enum` need parentheses", "write `enum(dev, prod)`"));
    }
    return at.isFound(ZoneLexer.COMMA)
        ? Optional.of(
            Guess.of("several values need brackets", "write `[203.0.113.0/24, 198.51.100.0/24]`"))
        : Optional.empty();
  }
}
