package dev.zonec.application.question;

import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.ConnectionTable;
import java.util.List;

/** Lists every allowed connection. */
public record ListConnections(QuestionRequest request) {
  /** Reads the inputs and lists the connections. */
  public QuestionOutcome<ConnectionTable> outcome() {
    return switch (QuestionInputs.of(request)) {
      case QuestionInputs.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case QuestionInputs.Ready inputs when !request.manifests().given() ->
          new QuestionOutcome.NoManifests<>();
      case QuestionInputs.Ready inputs -> {
        AnsweredManifests about = inputs.manifests(List.of());
        ConnectionListing listing =
            new ConnectionListing(about.read().world(), about.cluster(), inputs.reading());
        yield new QuestionOutcome.Answered<>(about, listing.table(), listing.missing());
      }
    };
  }
}
