package dev.zonec.application.risk;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.risk.rank.Reach;
import dev.zonec.risk.rank.RiskRow;
import dev.zonec.verifier.query.CutSearch;
import java.util.Map;

/**
 * The reach of workloads in detail, which is worked out when it is asked for.
 *
 * @param reach the reach of the workloads
 * @param cuts the rules whose removal cuts workloads off from the internet, by number
 */
public record RowDetails(WorkloadReach reach, Map<Integer, CutSearch.Result> cuts) {
  /** Copies the map. */
  public RowDetails {
    cuts = Map.copyOf(cuts);
  }

  /** Returns whether, and from where, {@code workload} is reached. */
  Reach reach(Workload workload) {
    return reach.facts(workload).reach();
  }

  /** Returns the reach of the workload of {@code row}. */
  public RowDetail of(RiskRow row) {
    return reach.detail(row.image().workload(), cuts);
  }
}
