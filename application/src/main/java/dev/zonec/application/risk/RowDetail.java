package dev.zonec.application.risk;

import dev.zonec.verifier.query.CutSearch;
import dev.zonec.verifier.query.InternetPath;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the reach of a workload.
 *
 * @param path a shortest path from the internet, if there is one
 * @param reachedBy the number of other workloads that reach it
 * @param from the zones of these workloads, or their namespaces if they are in no zone, sorted
 * @param reaches the other workloads that it reaches, the sensitive ones first
 * @param close the rule whose removal cuts it off from the internet; empty if none was looked for
 */
public record RowDetail(
    Optional<InternetPath> path,
    int reachedBy,
    List<String> from,
    List<Reached> reaches,
    Optional<CutSearch.Result> close) {
  /** Copies the lists. */
  public RowDetail {
    from = List.copyOf(from);
    reaches = List.copyOf(reaches);
  }

  /**
   * A workload that another one reaches.
   *
   * @param label the workload, such as {@code shop/db (StatefulSet)}
   * @param sensitive why it is sensitive, such as {@code claim data}; empty if it is not
   */
  public record Reached(String label, List<String> sensitive) {
    /** Copies the list. */
    public Reached {
      sensitive = List.copyOf(sensitive);
    }
  }
}
