package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.closed.bits.BitRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Names sets of workloads, by namespaces whose workloads they contain completely. */
public final class WorkloadPatterns {
  private final List<Workload> workloads;

  /** The numbers of the workloads of each namespace. */
  private final Map<String, List<Integer>> ofNamespace = new HashMap<>();

  /** Names sets of {@code workloads}, which are numbered in their order. */
  public WorkloadPatterns(List<Workload> workloads) {
    this.workloads = workloads;
    for (int number = 0; number < workloads.size(); number++) {
      ofNamespace.computeIfAbsent(namespace(number), name -> new ArrayList<>()).add(number);
    }
  }

  private String namespace(int number) {
    return workloads.get(number).pod().namespace().name();
  }

  /** Returns the end that consists of the workloads with the numbers {@code set}. */
  ConnectionTable.End end(BitRow set) {
    return set.count() == 1
        ? ConnectionListing.workload(workloads.get(set.next(0)))
        : new ConnectionTable.End.OfWorkloads(
            of(set, each -> ConnectionListing.workload(each).toString()));
  }

  /**
   * Returns patterns such as <code>shop/&#42;</code> and names for the workloads with the numbers
   * {@code set}.
   *
   * @param name the name of a workload
   */
  public List<String> of(BitRow set, Function<Workload, String> name) {
    if (set.count() > 1 && set.count() == workloads.size()) {
      return List.of("*/*");
    }
    List<String> patterns = new ArrayList<>();
    Map<String, Boolean> complete = new HashMap<>();
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      List<Integer> all = ofNamespace.getOrDefault(namespace(i), List.of());
      @Nullable Boolean known = complete.get(namespace(i));
      if (known == null) {
        known = all.size() > 1 && all.stream().allMatch(set::get);
        complete.put(namespace(i), known);
        if (known) {
          patterns.add(namespace(i) + "/*");
        }
      }
      if (!known) {
        patterns.add(name.apply(workloads.get(i)));
      }
    }
    return patterns;
  }
}
