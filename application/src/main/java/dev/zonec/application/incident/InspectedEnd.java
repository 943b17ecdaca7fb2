package dev.zonec.application.incident;

import dev.zonec.application.question.Question;
import dev.zonec.model.query.Query;

/** The end that a question without a connection names. */
final class InspectedEnd {
  private InspectedEnd() {}

  static Query.End of(Question question) {
    return switch (question) {
      case Question.Members(Query.End asked, var selectors) -> asked;
      case Question.Connections connections ->
          throw new IllegalStateException("not an end: " + connections);
    };
  }
}
