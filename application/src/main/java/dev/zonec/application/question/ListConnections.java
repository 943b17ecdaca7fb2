package dev.zonec.application.question;

import dev.zonec.application.input.UnreadEntrances;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.ConnectionTable;

/** Lists every allowed connection of the manifests. */
public record ListConnections(QuestionRequest request) {
  /** Reads the inputs and lists the connections. */
  public QuestionOutcome<ConnectionTable> outcome() {
    return QuestionInputs.list(
        request,
        (inputs, about) -> {
          Progress.begin("listing the connections");
          ConnectionListing listing =
              new ConnectionListing(about.read().world(), about.cluster(), inputs.reading());
          return new QuestionOutcome.Answered<>(
              about,
              listing.table(),
              about.withUnreadEntrances(listing.missing(), UnreadEntrances.Result.TABLE));
        });
  }
}
