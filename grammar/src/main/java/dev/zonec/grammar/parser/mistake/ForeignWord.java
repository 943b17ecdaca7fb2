package dev.zonec.grammar.parser.mistake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words of other languages that mean the same at one position.
 *
 * @param position the position
 * @param words the words, in lower case
 * @param cause the problem; {@code %s} is the word as it is written
 * @param helps what to write instead, likewise
 */
record ForeignWord(Position position, Set<String> words, String cause, List<String> helps) {
  static ForeignWord word(Position position, String words, String cause, String... helps) {
    return new ForeignWord(position, Set.of(words.split(" ", -1)), cause, List.of(helps));
  }

  Optional<Guess> guess(UnexpectedToken at) {
    if (!at.isFound(words) || !position.holds(at)) {
      return Optional.empty();
    }
    String word = at.found().getText();
    return Optional.of(
        Guess.of(
            cause.replace("%s", word),
            helps.stream().map(help -> help.replace("%s", word)).toArray(String[]::new)));
  }
}
