package dev.zonec.grammar.parser.mistake;

import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * What somebody probably meant.
 *
 * @param cause what is wrong, in place of what the parser expected; empty where that says it best
 * @param help what to write instead
 * @param place the token to blame, where it is not the one that was not expected
 */
public record Guess(String cause, String help, Optional<Token> place) {
  static Guess help(String help) {
    return new Guess("", help, Optional.empty());
  }

  static Guess of(String cause, String help) {
    return new Guess(cause, help, Optional.empty());
  }

  Guess at(Token place) {
    return new Guess(cause, help, Optional.of(place));
  }
}
