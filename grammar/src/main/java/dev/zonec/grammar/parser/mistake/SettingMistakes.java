package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes typical mistakes in {@code defaults}, {@code cluster}, {@code emit} and {@code
 * assume}.
 */
final class SettingMistakes {
  private static final Set<String> EMITTED = Set.of("label", "annotation", "metadata");

  private SettingMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    boolean braces =
        at.inside(
            ZoneParser.RULE_defaultsStatement,
            ZoneParser.RULE_clusterStatement,
            ZoneParser.RULE_emitStatement);
    if (at.isFound(ZoneLexer.COMMA) && braces) {
      return Optional.of(
          Guess.of("the entries in these braces have no commas between them", "remove the comma"));
    }
    if (at.isFound(ZoneLexer.LBRACKET) && braces) {
      return Optional.of(
          Guess.of("address blocks have no brackets", "write `pods 10.244.0.0/16, fd00::/64`"));
    }
    if (at.inside(ZoneParser.RULE_emitStatement) && at.isFound(ZoneLexer.EQUAL)) {
      return Optional.of(
          Guess.of(
              "a label or an annotation is written with a colon",
              "write `" + at.before(1) + ": " + at.after(1) + "`"));
    }
    if (at.inside(ZoneParser.RULE_emitStatement) && at.isFound(EMITTED)) {
      return Optional.of(
          Guess.of(
              "there is no `" + at.found().getText() + "`",
              "write `emit { labels { KEY: VALUE }  annotations { KEY: \"VALUE\" } }`"));
    }
    if (at.inside(ZoneParser.RULE_defaultsStatement) && at.expects(ZoneLexer.LBRACE)) {
      return Optional.of(
          Guess.of(
              "the braces are missing",
              "write `defaults { ingress deny  egress deny }`; this is the default"));
    }
    if (at.inside(ZoneParser.RULE_clusterStatement) && at.expects(ZoneLexer.LBRACE)) {
      return Optional.of(
          at.isFound(ZoneLexer.STRING) || at.isFound(ZoneLexer.WORD)
              ? Guess.of("`cluster` has no name", "write `cluster { pods 10.244.0.0/16 }`")
              : Guess.of("the braces are missing", "write `cluster { pods 10.244.0.0/16 }`"));
    }
    if (at.inside(ZoneParser.RULE_assumeStatement)) {
      return Optional.of(
          Guess.of(
              "a program can assume only that all namespaces are declared",
              "write `assume namespaces declared`; to settle a point that Kubernetes leaves open,"
                  + " run `zonec verify --assume KNOB=ANSWER`"));
    }
    return Optional.empty();
  }
}
