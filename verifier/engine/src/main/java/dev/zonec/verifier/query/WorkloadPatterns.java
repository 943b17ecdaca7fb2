package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.closed.bits.BitRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names sets of workloads, by namespaces whose workloads they contain completely. */
final class WorkloadPatterns {
  private final List<Workload> workloads;

  /** The numbers of the workloads of each namespace. */
  private final Map<String, List<Integer>> ofNamespace = new HashMap<>();

  WorkloadPatterns(List<Workload> workloads) {
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
    int count = set.count();
    if (count == 1) {
      return ConnectionListing.workload(workloads.get(set.next(0)));
    }
    if (count == workloads.size()) {
      return new ConnectionTable.End.OfWorkloads(List.of("*/*"));
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
        patterns.add(ConnectionListing.workload(workloads.get(i)).toString());
      }
    }
    return new ConnectionTable.End.OfWorkloads(patterns);
  }
}
