package dev.zonec.grammar.parser.mistake;

import dev.zonec.grammar.parser.antlr.ZoneLexer;
import java.util.Optional;

/** Recognizes typical mistakes in the first line of a {@code foreach}. */
final class ForeachMistakes {
  private ForeachMistakes() {}

  static Optional<Guess> guess(UnexpectedToken at) {
    if (at.isFound(ZoneLexer.ZONE) && at.expects(ZoneLexer.NAMESPACE)) {
      return Optional.of(
          Guess.of(
              "`foreach` repeats statements for namespaces, not for zones",
              "name several zones in one statement: `allow {a, b} -> c`"));
    }
    if (at.expects(ZoneLexer.NAMESPACE) && !at.expects(ZoneLexer.PODS)) {
      return Optional.of(
          Guess.of(
              "`namespace` is missing after `foreach`",
              "write `foreach namespace with tenant=true { … }`; `as tenant` after the labels gives"
                  + " the namespace another name"));
    }
    if (at.expects(ZoneLexer.WITH)) {
      return Optional.of(
          Guess.of(
              "`with` and the labels of the namespaces are missing",
              "write `foreach namespace with tenant=true { … }`"));
    }
    boolean header = at.expects(ZoneLexer.LBRACE) && at.expects(ZoneLexer.AS);
    if (header && at.before(1).matches("labels?")) {
      return Optional.of(
          Guess.of(
              "the labels follow `with`",
              "remove `" + at.before(1) + "`: `foreach namespace with tenant=true { … }`"));
    }
    return header && at.isFound(ZoneLexer.COLON)
        ? Optional.of(
            Guess.of(
                "a label is written with `=`",
                "write `with " + at.before(1) + "=" + at.after(1) + "`"))
        : Optional.empty();
  }
}
