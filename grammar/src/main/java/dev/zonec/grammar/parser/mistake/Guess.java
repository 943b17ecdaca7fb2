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
 */
public record Guess(String cause, List<String> helps, Optional<Token> place) {
  /** Copies the helps. */
  public Guess {
    helps = List.copyOf(helps);
  }

  static Guess help(String help) {
    return new Guess("", List.of(help), Optional.empty());
  }

  static Guess of(String cause, String... helps) {
    return new Guess(cause, List.of(helps), Optional.empty());
  }

  /** Returns the guess about the token before the unexpected one, if there is one. */
  Guess atPrevious(UnexpectedToken at) {
    return at.previous().map(this::at).orElse(this);
  }

  Guess at(Token place) {
    return new Guess(cause, helps, Optional.of(place));
  }
}
