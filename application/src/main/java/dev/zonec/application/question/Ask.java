package dev.zonec.application.question;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.EmptyService;
import dev.zonec.verifier.query.QueryEngine;
import java.util.List;
import java.util.Optional;

/**
 * Answers a question about connections, paths or the members of an end.
 *
 * @param text the question, such as {@code web -> redis : tcp/6379}
 * @param paths the maximum number of paths to list for each row
 * @param rows the ends of a row. Answers about members, Services and entrances always have a row
 *     for each end.
 * @param chosen whether the user chose {@code rows}, so that the answer must have such rows
 */
public record Ask(
    QuestionRequest request, String text, int paths, ListConnections.Rows rows, boolean chosen) {
  /**
   * The answer.
   *
   * @param warning a warning if the question names a Service that selects no workload
   * @param origins the origins of generated policies
   */
  public record Reply(Optional<Diagnostic> warning, Answer answer, PolicyOrigins origins) {}

  /** Reads the inputs and answers the question. */
  public QuestionOutcome<Reply> outcome() {
    return new Replying(paths, rows, chosen).ask(text, request);
  }

  private record Replying(int paths, ListConnections.Rows rows, boolean chosen)
      implements QuestionSteps<Reply> {
    @Override
    public Optional<String> unsuitable(Question question) {
      if (!chosen || rows == ListConnections.Rows.WORKLOAD) {
        return Optional.empty();
      }
      return switch (question) {
        case Question.Connections(var query, var selectors) when QueryEngine.joins(query) ->
            Optional.empty();
        case Question.Connections connections ->
            Optional.of("an answer about a Service or `ingress` has no rows for a class");
        case Question.Members members -> Optional.of("`resolve` lists each workload of an end");
      };
    }

    @Override
    public QuestionOutcome.Answered<Reply> answer(
        Question question,
        QueryEngine engine,
        AnsweredManifests about,
        QuestionInputs.Ready inputs) {
      return switch (question) {
        case Question.Connections(var query, var selectors) ->
            new QuestionOutcome.Answered<>(
                about,
                new Reply(
                    EmptyService.warning(about.read().world(), query, about.read().hidden()),
                    switch (rows) {
                      case WORKLOAD -> engine.answer(query, paths);
                      case CLASS -> engine.joinedAnswer(query, paths);
                    },
                    inputs.origins(about.read())),
                about.missing(query, engine));
        case Question.Members(var end, var selectors) ->
            new QuestionOutcome.Answered<>(
                about,
                new Reply(Optional.empty(), engine.members(end), PolicyOrigins.NONE),
                List.of());
      };
    }
  }
}
