package dev.zonec.application.question;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.verifier.query.QueryEngine;
import java.util.List;
import java.util.Optional;

/**
 * The steps from the text of a question to its answer.
 *
 * @param <T> the answer
 */
public interface QuestionSteps<T> {
  /** Returns why the use case does not answer {@code question}; empty if it does. */
  Optional<String> unsuitable(Question question);

  /** Answers a question whose ends exist in the manifests. */
  QuestionOutcome.Answered<T> answer(
      Question question, QueryEngine engine, AnsweredManifests about, QuestionInputs.Ready inputs);

  /** Parses and resolves the question. */
  default Question.Resolution parse(String text, QuestionInputs.Ready inputs) {
    return Question.parse(text, inputs.variant(), inputs::workloadNames);
  }

  /** Returns the objects to read from a cluster. */
  default ReadExtent extent() {
    return ReadExtent.ALL_OBJECTS;
  }

  /** Loads the inputs, resolves the question and answers it. */
  default QuestionOutcome<T> ask(String text, QuestionRequest request) {
    return switch (QuestionInputs.of(request, extent())) {
      case QuestionInputs.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case QuestionInputs.Ready inputs ->
          switch (parse(text, inputs)) {
            case Question.Resolution.Malformed(var problems) ->
                new QuestionOutcome.Malformed<>(problems);
            case Question.Resolution.Resolved(Question question) ->
                answerResolved(question, inputs);
          };
    };
  }

  private QuestionOutcome<T> answerResolved(Question question, QuestionInputs.Ready inputs) {
    Optional<String> unsuitable = unsuitable(question);
    if (unsuitable.isPresent()) {
      return new QuestionOutcome.Unsuitable<>(unsuitable.get());
    }
    if (!inputs.request().manifests().given()) {
      return new QuestionOutcome.NoManifests<>();
    }
    AnsweredManifests about = inputs.manifests(question.selectors());
    Progress.begin("answering the question");
    QueryEngine engine = new QueryEngine(about.read().world(), inputs.program(), inputs.reading());
    List<Diagnostic> unknown = question.unknownEnds(engine);
    return unknown.isEmpty()
        ? answer(question, engine, about, inputs)
            .with(about.emptyEnds(inputs.program(), question.ends()))
        : new QuestionOutcome.UnknownEnds<>(about, unknown);
  }
}
