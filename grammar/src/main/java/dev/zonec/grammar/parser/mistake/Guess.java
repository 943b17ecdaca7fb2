package dev.zonec.grammar.parser.mistake;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * A guess at the cause of a syntax error.
 *
 * @param cause the problem, which replaces the expected tokens; empty to keep them
 * @param helps what to write instead; several are alternatives
 * @param place the token to report, if it is not the unexpected one
 * @param replacement what was probably meant instead of the reported token, as the first help says
 */
public record Guess(
    String cause, List<String> helps, Optional<Token> place, Optional<String> replacement) {
  /** Copies the helps. */
  public Guess {
    helps = List.copyOf(helps);
  }

  static Guess help(String help) {
    return new Guess("", List.of(help), Optional.empty(), Optional.empty());
  }

  static Guess of(String cause, String... helps) {
    return new Guess(cause, List.of(helps), Optional.empty(), Optional.empty());
  }

  /** Guesses that the reported token stands for {@code meant}. */
  static Guess meant(String cause, String meant) {
    return new Guess(
        cause, List.of("did you mean `" + meant + "`?"), Optional.empty(), Optional.of(meant));
  }

  /** Returns the guess about the token before the unexpected one, if there is one. */
  Guess atPrevious(UnexpectedToken at) {
    return at.previous().map(this::at).orElse(this);
  }

  Guess at(Token place) {
    return new Guess(cause, helps, Optional.of(place), replacement);
  }
}
