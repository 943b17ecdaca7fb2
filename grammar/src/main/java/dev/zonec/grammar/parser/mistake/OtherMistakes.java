package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.Set;

/** Recognizes typical mistakes in statements about the whole program. */
final class OtherMistakes {
  private OtherMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (at.atStatement() && at.isFound(ZoneLexer.LBRACE) && at.before(1).isEmpty()) {
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
    Optional<Guess> setting = SettingMistakes.guess(at);
    if (setting.isPresent()) {
      return setting;
    }
    if (at.inside(ZoneParser.RULE_foreachStatement)) {
      Optional<Guess> foreach = ForeachMistakes.guess(at);
      if (foreach.isPresent()) {
        return foreach;
      }
    }
    if (at.inside(ZoneParser.RULE_paramStatement)
        || (at.atStatement() && at.firstOfLine().equals("param"))) {
      return ParamMistakes.guess(at);
    }
    if (at.inside(ZoneParser.RULE_importStatement) && at.found().getType() != ZoneLexer.STRING) {
      return Optional.of(
          Guess.of(
              at.expects(ZoneLexer.STRING)
                  ? "an import needs a path in double quotes"
                  : "an import needs a name",
              "write `import \"PATH\" as NAME`; its zones are then called `NAME.zone`"));
    }
    if (at.inside(ZoneParser.RULE_trustStatement)
        && at.expects(ZoneLexer.LABEL)
        && at.isFound(ZoneLexer.LABELS)) {
      return Optional.of(
          Guess.of(
              "a statement trusts one label", "write `trust label " + at.after(1) + " tenant`"));
    }
    if (at.inside(ZoneParser.RULE_trustStatement)
        && !at.expects(ZoneLexer.LABEL)
        && at.isFound(Set.of("admin", "administrator", "adminonly", "admins"))) {
      return Optional.of(
          Guess.meant("there is no level of trust `" + at.found().getText() + "`", "admin-only"));
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
    if (at.atStatement()
        && at.firstOfLine().equals("disjoint")
        && at.before(1).equals("children")) {
      return Optional.of(
          Guess.of("`of` is missing", "write `disjoint children of " + at.found().getText() + "`"));
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
      if (at.before(1).equals("assertion")) {
        return Optional.of(
            Guess.of(
                "a waiver names the assertion alone",
                "remove `assertion`: `waive " + at.found().getText() + " for A -> B { … }`"));
      }
      return Optional.of(
          Guess.of("`for` is missing", "write `waive " + at.before(1) + " for A -> B { … }`"));
    }
    boolean afterFlow =
        at.inside(ZoneParser.RULE_whenStatement)
            && !at.ofStatement().isEmpty()
            && at.ofLine().getFirst().equals("allow");
    if (at.inside(ZoneParser.RULE_whenStatement) && at.before(1).equals("not")) {
      return Optional.of(
          Guess.of(
              "a condition has no `not`",
              "write `when " + at.found().getText() + " != prod { … }`"));
    }
    if (at.inside(ZoneParser.RULE_condition)
        && at.expects(ZoneLexer.LPAREN)
        && !at.isFound(ZoneLexer.LPAREN)) {
      return Optional.of(
          Guess.of(
              "the values of `" + at.before(1) + "` need parentheses",
              "write `when env " + at.before(1) + " (dev, test) { … }`"));
    }
    if (afterFlow) {
      return Optional.of(
          Guess.of(
                  "a flow has no condition",
                  "write the condition before the flow: `when env = prod { allow A -> B : tcp/8080"
                      + " }`")
              .at(at.ofStatement().getFirst()));
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
    if (at.inside(ZoneParser.RULE_clusterStatement) && at.typeAfter(1) == ZoneLexer.SLASH) {
      return Optional.of(
          Guess.of(
              "`cluster` takes addresses, not URLs",
              "write the addresses of the API server as `apiserver 172.18.0.2/32`"));
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
}
