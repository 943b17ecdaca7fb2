package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What those who are new to the language write, and what they mean by it. */
public final class Mistakes {
  /** From what is certain to what is likely. */
  private static final List<Function<UnexpectedToken, Optional<Guess>>> ALL =
      List.of(
          Mistakes::url,
          Mistakes::comment,
          Mistakes::quoted,
          OpenBracket::guess,
          MissingOperand::guess,
          ForeignWords::guess,
          FlowMistakes::guess,
          ServiceMistakes::guess,
          ZoneMistakes::guess,
          ClaimMistakes::guess,
          OtherMistakes::guess);

  private Mistakes() {}

  /** What was meant, if it can be guessed. */
  public static Optional<Guess> guess(UnexpectedToken at) {
    return ALL.stream().flatMap(kind -> kind.apply(at).stream()).findFirst();
  }

  /** How what is being read is written; for where nothing better is known. */
  public static Guess form(UnexpectedToken at) {
    return StatementForm.of(at);
  }

  /** Whether a brace was found that no brace before it opens. */
  public static boolean closesNothing(UnexpectedToken at) {
    return at.isFound(ZoneLexer.RBRACE) && at.atStatement();
  }

  /** {@code https://example.com}, where it is no comment. */
  private static Optional<Guess> url(UnexpectedToken at) {
    boolean url =
        at.isFound(ZoneLexer.SLASH)
            && at.typeAfter(1) == ZoneLexer.SLASH
            && at.before(1).equals(":")
            && at.previous()
                .filter(colon -> colon.getStopIndex() + 1 == at.found().getStartIndex())
                .isPresent();
    return url
        ? Optional.of(
            Guess.of("NetworkPolicies do not support host names or URLs", ForeignWords.NAMES))
        : Optional.empty();
  }

  private static Optional<Guess> comment(UnexpectedToken at) {
    boolean comment =
        at.isFound(ZoneLexer.SLASH)
            && (at.typeAfter(1) == ZoneLexer.SLASH || at.typeAfter(1) == ZoneLexer.STAR)
            && !at.before(1).matches("tcp|udp|sctp");
    return comment
        ? Optional.of(
            Guess.of(
                "`"
                    + at.found().getText()
                    + (at.typeAfter(1) == ZoneLexer.STAR ? "*" : "/")
                    + "` does not begin a comment",
                "begin each line of a comment with `#`"))
        : Optional.empty();
  }

  private static Optional<Guess> quoted(UnexpectedToken at) {
    return at.isFound(ZoneLexer.STRING) && at.expects(ZoneLexer.WORD)
        ? Optional.of(
            Guess.of(
                "quotes are not allowed here",
                "remove the quotes: " + at.found().getText().replace("\"", "`")))
        : Optional.empty();
  }
}
