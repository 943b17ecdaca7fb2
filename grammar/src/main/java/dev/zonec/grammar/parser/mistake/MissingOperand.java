package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Recognizes a sign with nothing after it. */
final class MissingOperand {
  private static final Map<Integer, String> MISSING =
      Map.of(
          ZoneLexer.ARROW, "name the destination: `A -> B`",
          ZoneLexer.BOTH, "name the other zone: `A <-> B`",
          ZoneLexer.LEADS, "name the destination: `A ~> B`",
          ZoneLexer.COMMA, "remove the last comma",
          ZoneLexer.NOT_EQUAL, "write the value: `app!=web`",
          ZoneLexer.IN, "name the outer zone: `zone A in B { … }`",
          ZoneLexer.TIER, "name the tier: `zone A tier edge { … }`");

  private MissingOperand() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    boolean ends =
        at.isFound(Token.EOF)
            || at.isFound(ZoneLexer.RBRACE)
            || at.isFound(ZoneLexer.RPAREN)
            || at.beginsStatement();
    boolean onLine = at.beginsStatement() && !at.before(1).isEmpty();
    if (onLine && at.inside(ZoneParser.RULE_flow, ZoneParser.RULE_claim, ZoneParser.RULE_waived)) {
      return keyword(at);
    }
    if (!ends) {
      return Optional.empty();
    }
    return at.previous()
        .flatMap(
            last ->
                missing(last, at)
                    .map(
                        help ->
                            Guess.of("nothing follows this `" + last.getText() + "`", help)
                                .at(last)));
  }

  /** A keyword that begins statements stands for an end. */
  private static Optional<Guess> keyword(UnexpectedToken at) {
    return switch (at.found().getType()) {
      case ZoneLexer.CLUSTER ->
          Optional.of(
              Guess.of(
                  "there is no end `cluster`", "for every pod of the cluster write `any-pod`"));
      case ZoneLexer.EXTERNAL ->
          Optional.of(
              Guess.of(
                  "there is no end `external`",
                  "for public addresses write `internet`; for others declare `external NAME { cidr"
                      + " 203.0.113.0/24 }`, and write its name"));
      default -> Optional.empty();
    };
  }

  private static Optional<String> missing(Token last, UnexpectedToken at) {
    return switch (last.getType()) {
      case ZoneLexer.EQUAL ->
          Optional.of(
              at.inside(ZoneParser.RULE_serviceStatement)
                  ? "name the ports: `service http = tcp/8080`"
                  : at.inside(ZoneParser.RULE_paramStatement)
                      ? "write the default, or remove the `=`"
                      : "write the value, as in `app=web`; the empty value is `\"\"`");
      case ZoneLexer.COLON ->
          Optional.of(
              at.inside(ZoneParser.RULE_assertStatement) && !at.inside(ZoneParser.RULE_services)
                  ? "write the claim: `never A -> B`"
                  : at.inside(ZoneParser.RULE_paramStatement)
                      ? "name the type: `enum(a, b)`, `cidr[]`, `string` or `port`"
                      : "name the ports, `: tcp/8080`, or remove the colon to allow every port");
      default -> Optional.ofNullable(MISSING.get(last.getType()));
    };
  }
}
