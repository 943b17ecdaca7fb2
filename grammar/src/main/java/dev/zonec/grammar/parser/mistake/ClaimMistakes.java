package dev.zonec.grammar.parser.mistake;

import dev.zonec.diagnostics.NearestName;
import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Recognizes typical mistakes in assertions. */
final class ClaimMistakes {
  private static final Set<String> KINDS = Set.of("never", "no", "only", "isolated", "reachable");
  private static final Set<String> CLAIMS =
      Set.of("never", "no", "only", "isolated", "reachable", "tiers");
  private static final Set<String> ENDS_OF_ISOLATED = Set.of("from", "to");
  private static final Set<String> FOR_AN_ARROW =
      Set.of("to", "into", "towards", "can", "may", "connects", "reaches", "talks", "calls");
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
      if (at.isFound(ZoneLexer.WORD)
          && at.typeBefore(2) == ZoneLexer.ASSERT
          && at.after(1).equals(":")) {
        return mistake(
            "the name of an assertion is one word",
            "write `assert " + at.before(1) + "_" + at.found().getText() + ": …`");
      }
      if (at.before(1).isEmpty()) {
        return mistake("the claim is missing", "write `assert NAME: never A -> B`");
      }
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
    boolean over = at.isFound(Token.EOF) || at.isFound(ZoneLexer.RBRACE) || at.beginsStatement();
    if (over && at.expects(ZoneLexer.WORD) && at.wordBeforeFollowsColon()) {
      return mistake("the claim is not complete", ClaimForm.of(at.ofLine()));
    }
    boolean ends = at.inside(ZoneParser.RULE_claim) && !at.before(1).equals(":");
    if (ends && at.isFound(FOR_AN_ARROW)) {
      return mistake(
          "`" + at.found().getText() + "` is not an arrow",
          at.ofLine().contains("path")
              ? "write the path as `no path A ~> B`"
              : "write the connection as `A -> B`");
    }
    if (at.isFound(FOR_NEVER)) {
      return mistake(
          "there is no claim `" + at.found().getText() + "`",
          "write `never A -> B`, or `no path A ~> B`");
    }
    if (at.expects(ZoneLexer.NEVER)
        && at.expects(ZoneLexer.ISOLATED)
        && !at.wordBeforeFollowsColon()) {
      Optional<String> nearest = NearestName.to(at.found().getText(), CLAIMS);
      if (nearest.isPresent()) {
        return Optional.of(
            Guess.meant("there is no claim `" + at.found().getText() + "`", nearest.get()));
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
    boolean path = at.ofLine().contains("path");
    if (at.before(1).equals("from") && at.isFound(ZoneLexer.WORD)) {
      return mistake(
          "a claim has no `from`",
          path ? "remove `from`: `no path A ~> B`" : "remove `from`: `A -> B`");
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
    boolean ofPath = at.ofLine().contains("~>");
    if (at.isFound(ZoneLexer.LBRACE)) {
      return mistake(
          "an assertion has no attributes",
          "remove the braces, and write the reason as a comment above the assertion: `## …`");
    }
    if (at.isFound(ZoneLexer.COLON) && ofPath) {
      return mistake(
          "a claim about paths has no ports",
          "remove them; for a single connection write `never A -> B : tcp/8080`");
    }
    boolean one = at.ofLine().contains("isolated");
    if (one && (at.isFound(ZoneLexer.ARROW) || at.isFound(ENDS_OF_ISOLATED))) {
      return mistake(
          "`isolated` is about one end",
          "write `isolated A`; for a claim about two ends write `never A -> B`");
    }
    if (at.isFound(ZoneLexer.COMMA) && one) {
      return mistake("several zones need braces", "write `isolated {a, b}`");
    }
    if (at.isFound(ZoneLexer.COMMA) || at.isFound(Set.of("and", "or"))) {
      return mistake(
          "several zones at one end need braces",
          ofPath ? "write `a ~> {b, c}`" : "write `a -> {b, c}`");
    }
    if (!at.isFound(ZoneLexer.WORD)) {
      return Optional.empty();
    }
    return NearestName.to(found, List.of("except", "within"))
        .map(nearest -> Guess.meant("there is no `" + found + "`", nearest));
  }

  private static Optional<Guess> mistake(String cause, String help) {
    return Optional.of(Guess.of(cause, help));
  }
}
