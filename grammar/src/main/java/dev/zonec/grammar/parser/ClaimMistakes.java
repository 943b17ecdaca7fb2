package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;
import java.util.Set;

/** Typical mistakes in assertions. */
final class ClaimMistakes {
  private static final Set<String> KINDS = Set.of("never", "no", "only", "isolated", "reachable");
  private static final Set<String> FOR_NEVER = Set.of("not", "deny", "cannot", "forbid", "!");

  private ClaimMistakes() {}

  static Optional<String> help(Situation at) {
    if (!at.inside(ZoneParser.RULE_assertStatement)) {
      return Optional.empty();
    }
    if (at.expects(ZoneLexer.COLON) && !at.inside(ZoneParser.RULE_claim)) {
      return Optional.of(
          KINDS.contains(at.before(1)) && at.typeBefore(2) == ZoneLexer.ASSERT
              ? "an assertion has a name: `assert NAME: " + at.before(1) + " …`"
              : "a colon stands after the name: `assert " + at.before(1) + ": …`");
    }
    if (at.isFound(FOR_NEVER)) {
      return Optional.of("write `never A -> B`, or `no path A ~> B`");
    }
    if (at.expects(ZoneLexer.PATH)) {
      return Optional.of("write `no path A ~> B`; for one connection `never A -> B`");
    }
    if (at.isFound(ZoneLexer.ARROW)) {
      return Optional.of("a path of any length is `~>`; for one connection write `never A -> B`");
    }
    if (at.isFound(ZoneLexer.LEADS)) {
      return Optional.of("one connection is `->`; for a path write `no path A ~> B`");
    }
    if (at.expects(ZoneLexer.VIA) && at.typeBefore(1) == ZoneLexer.EXCEPT) {
      return Optional.of("what paths may pass through is named so: `except via Z`");
    }
    return at.isFound(ZoneLexer.COMMA)
        ? Optional.of("several names stand in braces: `{a, b}`")
        : Optional.empty();
  }
}
