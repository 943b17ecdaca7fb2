package dev.zonec.verifier.diff;

import dev.zonec.verifier.diff.PathComparison.PathChange;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of differences that a comparison found.
 *
 * @param more whether something is allowed after the change only
 * @param path whether a path appears
 * @param assertion whether a claim no longer holds
 * @param any whether there is any difference
 * @param complete whether every part of the comparison has an answer
 */
public record DifferenceSummary(
    boolean more, boolean path, boolean assertion, boolean any, boolean complete) {
  /**
   * Returns the summary of a comparison.
   *
   * @param open the difference for every pod; empty if the time ran out
   * @param paths the paths that differ; empty if the time ran out
   * @param workloads the difference for declared workloads; empty if the time ran out
   */
  public static DifferenceSummary of(
      Optional<OpenDifference> open,
      Optional<PathComparison.Result> paths,
      List<VerdictChange> verdicts,
      Optional<WorkloadComparison.Result> workloads) {
    List<PathChange> changedPaths = paths.map(PathComparison.Result::changes).orElse(List.of());
    List<WorkloadComparison.Change> connections =
        workloads.map(WorkloadComparison.Result::changes).orElse(List.of());
    boolean more =
        open.map(DifferenceSummary::hasMore).orElse(false)
            || connections.stream().anyMatch(WorkloadComparison.Change::opens);
    boolean any =
        open.map(DifferenceSummary::hasAny).orElse(false)
            || !changedPaths.isEmpty()
            || !verdicts.isEmpty()
            || !connections.isEmpty();
    return new DifferenceSummary(
        more,
        changedPaths.stream().anyMatch(PathChange::appeared),
        verdicts.stream().anyMatch(VerdictChange::worsens),
        any,
        open.map(DifferenceSummary::isComplete).orElse(false)
            && paths.map(result -> result.undecided().isEmpty()).orElse(false)
            && workloads.isPresent());
  }

  private static boolean hasMore(OpenDifference open) {
    return switch (open) {
      case OpenDifference.SameRules same -> false;
      case OpenDifference.Exact exact -> !exact.more().isEmpty() || !exact.unsettled().isEmpty();
      case OpenDifference.Unknown unknown -> !unknown.more().isEmpty();
    };
  }

  private static boolean hasAny(OpenDifference open) {
    return switch (open) {
      case OpenDifference.SameRules same -> false;
      case OpenDifference.Exact exact -> !exact.none();
      case OpenDifference.Unknown unknown -> !unknown.more().isEmpty() || !unknown.less().isEmpty();
    };
  }

  private static boolean isComplete(OpenDifference open) {
    return !(open instanceof OpenDifference.Unknown);
  }
}
