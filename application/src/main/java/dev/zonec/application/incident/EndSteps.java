package dev.zonec.application.incident;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.Question;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionSteps;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.QueryEngine;
import java.util.Optional;

/**
 * The steps from the text of an end to an answer about it.
 *
 * @param <T> the answer
 */
interface EndSteps<T> extends QuestionSteps<T> {
  /** Answers the question about an end that exists in the manifests. */
  QuestionOutcome.Answered<T> answer(
      Query.End end, QueryEngine engine, AnsweredManifests about, QuestionInputs.Ready inputs);

  @Override
  default Question.Resolution parse(String text, QuestionInputs.Ready inputs) {
    return Question.parseEnd(text, inputs.variant(), inputs::workloadNames);
  }

  @Override
  default Optional<String> unsuitable(Question question) {
    return Optional.empty();
  }

  @Override
  default QuestionOutcome.Answered<T> answer(
      Question question, QueryEngine engine, AnsweredManifests about, QuestionInputs.Ready inputs) {
    return answer(end(question), engine, about, inputs);
  }

  /** Returns the end that {@link Question#parseEnd} resolved. */
  static Query.End end(Question question) {
    return switch (question) {
      case Question.Members(Query.End asked, var selectors) -> asked;
      case Question.Connections connections ->
          throw new IllegalStateException("not an end: " + connections);
    };
  }
}
