package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;

/** Recognizes typical mistakes in statements about the whole program. */
final class OtherMistakes {
  private OtherMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (at.atStatement() && at.isFound(ZoneLexer.LBRACE)) {
      return Optional.of(
          Guess.of(
              "no statement begins with `{`",
              "this looks like a Kubernetes manifest: pass it with `-m PATH`"));
    }
    if (at.isFound(ZoneLexer.EQUAL) || at.isFound(ZoneLexer.COLON)) {
      Optional<Guess> sign = sign(at);
      if (sign.isPresent()) {
        return sign;
      }
    }
    if (at.inside(ZoneParser.RULE_paramStatement)) {
      return param(at);
    }
    if (at.inside(ZoneParser.RULE_importStatement) && at.found().getType() != ZoneLexer.STRING) {
      return Optional.of(
          Guess.of(
              at.expects(ZoneLexer.STRING)
                  ? "an import needs a path in double quotes"
                  : "an import needs a name",
              "write `import \"PATH\" as NAME`; its zones are then called `NAME.zone`"));
    }
    if (at.inside(ZoneParser.RULE_trustStatement) && at.expects(ZoneLexer.LABEL)) {
      return Optional.of(
          Guess.of(
              "`label` is missing after `trust`",
              "write `trust label " + at.found().getText() + " …`"));
    }
    if (at.inside(ZoneParser.RULE_disjointStatement) && at.isFound(ZoneLexer.LBRACE)) {
      return Optional.of(Guess.of("`disjoint` takes no braces", "write `disjoint a, b, c`"));
    }
    if (at.isFound(ZoneLexer.OF) && at.firstOfLine().equals("disjoint")) {
      return Optional.of(
          Guess.of("`of` belongs to `children of`", "write `disjoint children of z`"));
    }
    if (at.atStatement() && at.firstOfLine().equals("disjoint")) {
      return Optional.of(
          Guess.of(
              "the zones after `disjoint` need commas between them", "write `disjoint a, b, c`"));
    }
    if (at.inside(ZoneParser.RULE_waiveStatement) && at.expects(ZoneLexer.FOR)) {
      if (at.isFound(ZoneLexer.ARROW) || at.isFound(ZoneLexer.LEADS)) {
        return Optional.of(
            Guess.of(
                "a waiver names its assertion first",
                "write `waive ASSERTION for A " + at.found().getText() + " B { … }`"));
      }
      return Optional.of(
          Guess.of("`for` is missing", "write `waive " + at.before(1) + " for A -> B { … }`"));
    }
    boolean condition = at.inside(ZoneParser.RULE_condition) && at.isFound(ZoneLexer.LPAREN);
    boolean bare = at.inside(ZoneParser.RULE_condition) && at.isFound(ZoneLexer.LBRACE);
    if (condition) {
      return Optional.of(
          Guess.of("a condition has no parentheses", "write `when env = prod { … }`"));
    }
    return bare
        ? Optional.of(
            Guess.of(
                "a condition compares a parameter with a value",
                at.before(1).equals("when")
                    ? "write `when env = prod { … }`"
                    : "write `when NAME = " + at.before(1) + " { … }`"))
        : Optional.empty();
  }

  private static Optional<Guess> sign(UnexpectedToken at) {
    String sign = "`" + at.found().getText() + "`";
    if (at.inside(ZoneParser.RULE_defaultsStatement)) {
      return Optional.of(
          Guess.of("`defaults` takes no " + sign, "remove it: `defaults { ingress deny }`"));
    }
    if (at.inside(ZoneParser.RULE_clusterStatement)) {
      return Optional.of(
          Guess.of("`cluster` takes no " + sign, "remove it: `cluster { pods 10.244.0.0/16 }`"));
    }
    return at.atStatement() && at.before(2).isEmpty() && !at.before(1).isEmpty()
        ? Optional.of(
            Guess.of(
                "there are no assignments",
                "to name ports, write `service NAME = tcp/8080`; to name a value, write `param NAME"
                    + " : string = \"…\"`"))
        : Optional.empty();
  }

  private static Optional<Guess> param(UnexpectedToken at) {
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
