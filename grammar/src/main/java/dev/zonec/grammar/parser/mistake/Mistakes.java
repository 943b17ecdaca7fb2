package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Recognizes typical mistakes of people who are new to the language. */
public final class Mistakes {
  /** The most certain guesses come first. */
  private static final List<Function<UnexpectedToken, Optional<Guess>>> ALL =
      List.of(
          Mistakes::url,
          QuestionMistakes::guess,
          Mistakes::comment,
          Quotes::guess,
          OpenBracket::guess,
          EndMistakes::guess,
          MissingOperand::guess,
          ZoneMistakes::setting,
          ForeignWords::guess,
          FlowMistakes::guess,
          ServiceMistakes::guess,
          ZoneMistakes::guess,
          ClaimMistakes::guess,
          OtherMistakes::guess);

  private Mistakes() {}

  /** Returns a guess, if there is one. */
  public static Optional<Guess> guess(UnexpectedToken at) {
    return ALL.stream().flatMap(kind -> kind.apply(at).stream()).findFirst();
  }

  /** Returns the form of the statement that is being parsed, if nothing better is known. */
  public static Guess form(UnexpectedToken at) {
    return StatementForm.of(at);
  }

  /** Whether the unexpected token is a closing brace without an opening one. */
  public static boolean closesNothing(UnexpectedToken at) {
    return at.isFound(ZoneLexer.RBRACE) && at.atStatement();
  }

  /** Recognizes {@code https://example.com} outside of a comment. */
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
}
