package dev.zonec.grammar.parser.mistake;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * What somebody probably meant.
 *
 * @param cause what is wrong, in place of what the parser expected; empty where that says it best
 * @param helps what to write instead; several are alternatives
 * @param place the token to blame, where it is not the one that was not expected
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

  Guess at(Token place) {
    return new Guess(cause, helps, Optional.of(place));
  }
}
