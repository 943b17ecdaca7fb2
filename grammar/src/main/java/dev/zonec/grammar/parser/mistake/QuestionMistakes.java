package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;

/** Recognizes typical mistakes in questions. */
final class QuestionMistakes {
  private QuestionMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    boolean other = at.typeBefore(1) == ZoneLexer.OTHER;
    if (!at.inside(ZoneParser.RULE_query) || !other) {
      return Optional.empty();
    }
    String name = at.found().getText();
    return Optional.of(
        Guess.of(
                "a question has no `other`",
                "ask about `" + name + "`: the answer names the namespace of each workload",
                "to claim something about other namespaces, write `assert NAME: never other "
                    + name
                    + " -> "
                    + name
                    + "` in the `foreach`")
            .atPrevious(at));
  }
}
