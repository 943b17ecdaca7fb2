package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import dev.zonec.grammar.parser.antlr.ZoneParser;
import java.util.Optional;

/** Recognizes typical mistakes in questions. */
final class QuestionMistakes {
  private QuestionMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (!at.inside(ZoneParser.RULE_query)) {
      return Optional.empty();
    }
    String name = at.found().getText();
    if (at.before(1).matches("namespace|ns") && at.isFound(ZoneLexer.WORD)) {
      return Optional.of(
          Guess.of(
                  "an end cannot be a namespace",
                  "for every workload of the namespace, write `pods in namespace(" + name + ")`")
              .atPrevious(at));
    }
    if (at.isFound(ZoneLexer.SLASH) && at.typeAfter(1) == ZoneLexer.STAR) {
      return Optional.of(
          Guess.of(
              "there are no wildcards in names",
              "for every workload of the namespace, write `pods in namespace("
                  + at.before(1)
                  + ")`"));
    }
    if (at.typeBefore(1) != ZoneLexer.OTHER) {
      return Optional.empty();
    }
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
