package dev.zonec.application.question;

import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The outcome of a question.
 *
 * @param <T> the answer
 */
public sealed interface QuestionOutcome<T> {
  /** Returns the same outcome with what {@code change} makes of the answer. */
  default <R> QuestionOutcome<R> map(Function<T, R> change) {
    return switch (this) {
      case Unusable<T>(var problems) -> new Unusable<>(problems);
      case Malformed<T>(var problems) -> new Malformed<>(problems);
      case Unsuitable<T>(String reason) -> new Unsuitable<>(reason);
      case NoManifests<T>() -> new NoManifests<>();
      case UnknownEnds<T>(var about, var problems) -> new UnknownEnds<>(about, problems);
      case Answered<T>(var about, T answer, var missing) ->
          new Answered<>(about, change.apply(answer), missing);
    };
  }

  /**
   * The program or the manifests cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable<T>(List<Diagnostic> problems) implements QuestionOutcome<T> {}

  /**
   * The question does not parse, or uses a name that the program lacks.
   *
   * @param problems the reasons; at least one
   */
  record Malformed<T>(List<Diagnostic> problems) implements QuestionOutcome<T> {}

  /** The question is of a kind that the use case does not answer. */
  record Unsuitable<T>(String reason) implements QuestionOutcome<T> {}

  /** There are no manifests for the question to be about. */
  record NoManifests<T>() implements QuestionOutcome<T> {}

  /**
   * The question names an end that the manifests lack.
   *
   * @param problems the ends; at least one
   */
  record UnknownEnds<T>(AnsweredManifests about, List<Diagnostic> problems)
      implements QuestionOutcome<T> {}

  /**
   * The question is answered.
   *
   * @param missing an error for connections that the answer may lack, beside those of the gaps, and
   *     warnings
   */
  record Answered<T>(AnsweredManifests about, T answer, List<Diagnostic> missing)
      implements QuestionOutcome<T> {
    /** Returns the same answer with {@code further} warnings. */
    Answered<T> with(List<Diagnostic> further) {
      List<Diagnostic> all = new ArrayList<>(missing);
      all.addAll(further);
      return new Answered<>(about, answer, all);
    }
  }
}
