package dev.zonec.grammar.parser.mistake;

import dev.zonec.diagnostics.NearestName;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognizes typical mistakes in assertions. */
final class ClaimMistakes {
  private static final Set<String> KINDS = Set.of("never", "no", "only", "isolated", "reachable");
  private static final Set<String> CLAIMS =
      Set.of("never", "no", "only", "isolated", "reachable", "tiers");
  private static final Set<String> FOR_NEVER = Set.of("not", "deny", "cannot", "forbid", "!");

  private ClaimMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (Position.AFTER_CLAIM.holds(at)) {
      return after(at);
    }
    if (!at.inside(ZoneParser.RULE_assertStatement)) {
      return Optional.empty();
    }
    if (at.expects(ZoneLexer.COLON) && !at.inside(ZoneParser.RULE_claim)) {
      return mistake(
          KINDS.contains(at.before(1)) && at.typeBefore(2) == ZoneLexer.ASSERT
              ? "the assertion has no name"
              : at.isFound(ZoneLexer.EQUAL)
                  ? "the name of an assertion is followed by a colon, not by `=`"
                  : "the colon after the name is missing",
          KINDS.contains(at.before(1)) && at.typeBefore(2) == ZoneLexer.ASSERT
              ? "write `assert NAME: " + at.before(1) + " …`"
              : "write `assert " + at.before(1) + ": …`");
    }
    if (at.isFound(FOR_NEVER)) {
      return mistake(
          "there is no claim `" + at.found().getText() + "`",
          "write `never A -> B`, or `no path A ~> B`");
    }
    if (at.expects(ZoneLexer.NEVER) && at.expects(ZoneLexer.ISOLATED)) {
      Optional<String> nearest = NearestName.to(at.found().getText(), CLAIMS);
      if (nearest.isPresent()) {
        return mistake(
            "there is no claim `" + at.found().getText() + "`",
            "did you mean `" + nearest.get() + "`?");
      }
      return mistake(
          "a claim begins with its kind",
          "write `never A -> B`, `no path A ~> B`, `only A -> B`, `isolated A`, `reachable A -> B`"
              + " or `tiers adjacent in {A, B}`");
    }
    if (at.expects(ZoneLexer.HOPS)) {
      return mistake(
          "`hops` is missing",
          "write `within " + at.previous().map(t -> t.getText()).orElse("3") + " hops`");
    }
    if (at.expects(ZoneLexer.PATH)) {
      return mistake(
          "`path` is missing after `no`",
          "write `no path A ~> B`, or `never A -> B` for a single connection");
    }
    if (at.isFound(ZoneLexer.ARROW)) {
      return mistake(
          "the arrow of a path is `~>`",
          "write `no path A ~> B`, or `never A -> B` for a single connection");
    }
    if (at.isFound(ZoneLexer.LEADS)) {
      return mistake(
          "`~>` is for paths only",
          "write `->` for a single connection, or `no path A ~> B` for a path");
    }
    if (at.expects(ZoneLexer.VIA) && at.typeBefore(1) == ZoneLexer.EXCEPT) {
      return mistake(
          "`via` is missing", "write `except via Z`: Z is the zone that a path may pass through");
    }
    if (at.isFound(ZoneLexer.EXCEPT)) {
      return mistake("an exception needs braces", "write `{a except b}`");
    }
    return at.isFound(ZoneLexer.COMMA)
        ? mistake("several zones at one end need braces", "write `{a, b}`")
        : Optional.empty();
  }

  /** Recognizes mistakes on the line of a claim that could end before the token. */
  private static Optional<Guess> after(UnexpectedToken at) {
    String found = at.found().getText();
    if (!at.isFound(ZoneLexer.WORD)) {
      return Optional.empty();
    }
    return NearestName.to(found, List.of("except", "within"))
        .map(nearest -> Guess.of("there is no `" + found + "`", "did you mean `" + nearest + "`?"));
  }

  private static Optional<Guess> mistake(String cause, String help) {
    return Optional.of(Guess.of(cause, help));
  }
}
