package dev.zonec.application.risk;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.risk.rank.Reach;
import dev.zonec.risk.rank.ReachFacts;
import dev.zonec.verifier.query.CutSearch;
import dev.zonec.verifier.query.InternetReach;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The reach of workloads.
 *
 * @param reach the answer of the engine
 * @param sensitive the sensitive workloads
 * @param numbers the number of each workload, by its label
 * @param covered whether everything that could change the reach was read; otherwise a workload that
 *     nothing is known to reach from the internet counts as unknown
 */
public record WorkloadReach(
    InternetReach reach,
    SensitiveWorkloads sensitive,
    Map<String, Integer> numbers,
    boolean covered) {
  /** Copies the map. */
  public WorkloadReach {
    numbers = Map.copyOf(numbers);
  }

  /** Returns the reach of all workloads. */
  static WorkloadReach of(InternetReach reach, SensitiveWorkloads sensitive, boolean covered) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < reach.workloads().size(); i++) {
      numbers.put(reach.workloads().get(i).label(), i);
    }
    return new WorkloadReach(reach, sensitive, numbers, covered);
  }

  /** Returns the number of {@code workload}. */
  int number(Workload workload) {
    return Objects.requireNonNull(numbers.get(workload.label()));
  }

  /** Returns what an attacker can do with {@code workload}. */
  ReachFacts facts(Workload workload) {
    int number = number(workload);
    BitSet onward = reach.reached(number);
    int sensitiveOnes = (int) onward.stream().filter(sensitive.reasons()::containsKey).count();
    return new ReachFacts(reachOf(number), reach.hops(number), sensitiveOnes, onward.cardinality());
  }

  private Reach reachOf(int number) {
    if (reach.isExposed(number)) {
      return Reach.EXPOSED;
    }
    if (reach.isAdmitted(number)) {
      return Reach.ADMITTED;
    }
    if (!covered) {
      return Reach.UNKNOWN;
    }
    return reach.reaching(number).isEmpty() ? Reach.NOTHING : Reach.INSIDE;
  }

  /** Returns the reach of {@code workload} in detail. */
  RowDetail detail(Workload workload, Map<Integer, CutSearch.Result> cuts) {
    int number = number(workload);
    BitSet reaching = reach.reaching(number);
    SortedSet<String> from = new TreeSet<>();
    reaching.stream()
        .forEach(
            other -> {
              List<String> zones = sensitive.zones().get(other);
              if (zones.isEmpty()) {
                from.add("namespace " + reach.workloads().get(other).namespace());
              } else {
                from.addAll(zones);
              }
            });
    List<RowDetail.Reached> reaches = new ArrayList<>();
    reach.reached(number).stream()
        .forEach(
            other ->
                reaches.add(
                    new RowDetail.Reached(
                        reach.workloads().get(other).label(),
                        sensitive.reasons().getOrDefault(other, List.of()))));
    reaches.sort(
        Comparator.comparing((RowDetail.Reached each) -> each.sensitive().isEmpty())
            .thenComparing(RowDetail.Reached::label));
    return new RowDetail(
        reach.path(number),
        reaching.cardinality(),
        List.copyOf(from),
        reaches,
        Optional.ofNullable(cuts.get(number)));
  }
}
