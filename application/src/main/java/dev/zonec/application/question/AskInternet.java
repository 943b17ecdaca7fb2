package dev.zonec.application.question;

import dev.zonec.application.input.UnreadEntrances;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.CutSearch;
import dev.zonec.verifier.query.EntranceRows;
import dev.zonec.verifier.query.InternetReach;
import dev.zonec.verifier.query.QueryEngine;
import java.util.List;
import java.util.Optional;

/** Finds which workloads the internet reaches, and which workloads reach each other. */
public record AskInternet(QuestionRequest request) {
  /**
   * The answer.
   *
   * @param reach what the internet and each workload reach
   * @param cuts finds rules whose removal cuts a workload off from the internet
   * @param program the program, or an empty one with the built-in names
   * @param origins the origins of generated policies
   */
  public record Reply(
      InternetReach reach, CutSearch cuts, ZoneProgram program, PolicyOrigins origins) {}

  /** Reads the inputs and answers the question. */
  public QuestionOutcome<Reply> outcome() {
    return new Searching().ask("internet ~> *", request);
  }

  private record Searching() implements QuestionSteps<Reply> {
    @Override
    public Optional<String> unsuitable(Question question) {
      return outside(question).isPresent()
          ? Optional.empty()
          : Optional.of(
              "the program declares `internet` as something other than addresses, so what the"
                  + " internet reaches cannot be asked");
    }

    private static Optional<Query.End> outside(Question question) {
      return question instanceof Question.Connections(Query query, var selectors)
              && query.from() instanceof Query.End.OfParty(Party party, var span)
              && party instanceof Party.Addresses
          ? Optional.of(query.from())
          : Optional.empty();
    }

    @Override
    public QuestionOutcome.Answered<Reply> answer(
        Question question,
        QueryEngine engine,
        AnsweredManifests about,
        QuestionInputs.Ready inputs) {
      Query.End outside = outside(question).orElseThrow();
      List<Diagnostic> missing =
          about.withUnreadEntrances(
              EntranceRows.missing(about.read().world()), UnreadEntrances.Result.CALLERS);
      return new QuestionOutcome.Answered<>(
          about,
          new Reply(
              engine.internetReach(outside),
              new CutSearch(about.read().world(), inputs.program(), inputs.reading(), outside),
              inputs.program(),
              inputs.origins(about.read())),
          missing);
    }
  }
}
