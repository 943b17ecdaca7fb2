package dev.zonec.application.question;

import dev.zonec.model.query.Query;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.why.Explanation;
import dev.zonec.verifier.why.WhyEngine;
import java.util.List;
import java.util.Optional;

/**
 * Explains why a connection is allowed or denied.
 *
 * @param text the connection, such as {@code web -> redis : tcp/6379}
 */
public record Why(QuestionRequest request, String text) {
  /**
   * The answer.
   *
   * @param origins the origins of generated policies
   */
  public record Explanations(List<Explanation> explanations, PolicyOrigins origins) {}

  /** Reads the inputs and explains the connection. */
  public QuestionOutcome<Explanations> outcome() {
    return new Explaining().ask(text, request);
  }

  private record Explaining() implements QuestionSteps<Explanations> {
    @Override
    public Optional<String> unsuitable(Question question) {
      return switch (question) {
        case Question.Connections(var query, var selectors) when query.path() ->
            Optional.of("a single connection is explained: ask with ->");
        case Question.Connections connections -> Optional.empty();
        case Question.Members members -> Optional.of("a connection is explained: ask with ->");
      };
    }

    @Override
    public QuestionOutcome.Answered<Explanations> answer(
        Question question,
        QueryEngine engine,
        AnsweredManifests about,
        QuestionInputs.Ready inputs) {
      Query query =
          switch (question) {
            case Question.Connections(var asked, var selectors) -> asked;
            case Question.Members members ->
                throw new IllegalStateException("not suitable: " + members);
          };
      WhyEngine why = new WhyEngine(about.read().world(), inputs.program(), inputs.reading());
      return new QuestionOutcome.Answered<>(
          about,
          new Explanations(why.explain(query), inputs.origins(about.read())),
          about.missing(query, engine));
    }
  }
}
