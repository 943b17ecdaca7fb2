package dev.zonec.application.question;

import dev.zonec.application.input.UnreadEntrances;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.ConnectionTable;

/**
 * Lists every allowed connection of the manifests.
 *
 * @param rows the workloads of a row
 */
public record ListConnections(QuestionRequest request, Rows rows) {
  /** The workloads of a row. */
  public enum Rows {
    /** One workload at each end. */
    WORKLOAD,
    /** All workloads that may connect alike, or to which policies admit the same peers. */
    CLASS
  }

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
              switch (rows) {
                case WORKLOAD -> listing.table();
                case CLASS -> listing.groupedTable();
              },
              about.withUnreadEntrances(listing.missing(), UnreadEntrances.Result.TABLE));
        });
  }
}
