package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.Workload;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names sets of workloads, by namespaces whose workloads they contain completely. */
final class WorkloadPatterns {
  private final List<Workload> workloads;

  /** The workloads of each namespace. */
  private final Map<String, BitSet> ofNamespace = new HashMap<>();

  WorkloadPatterns(List<Workload> workloads) {
    this.workloads = workloads;
    for (int number = 0; number < workloads.size(); number++) {
      ofNamespace.computeIfAbsent(namespace(number), name -> new BitSet()).set(number);
    }
  }

  private String namespace(int number) {
    return workloads.get(number).pod().namespace().name();
  }

  /** Returns the end that consists of the workloads with the numbers {@code set}. */
  ConnectionTable.End end(BitSet set) {
    if (set.cardinality() == 1) {
      return ConnectionListing.workload(workloads.get(set.nextSetBit(0)));
    }
    if (set.cardinality() == workloads.size()) {
      return new ConnectionTable.End.OfWorkloads(List.of("*/*"));
    }
    List<String> patterns = new ArrayList<>();
    BitSet left = (BitSet) set.clone();
    for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
      BitSet all = ofNamespace.getOrDefault(namespace(i), new BitSet());
      BitSet missing = (BitSet) all.clone();
      missing.andNot(set);
      if (all.cardinality() > 1 && missing.isEmpty()) {
        patterns.add(namespace(i) + "/*");
        left.andNot(all);
      } else {
        patterns.add(ConnectionListing.workload(workloads.get(i)).toString());
      }
    }
    return new ConnectionTable.End.OfWorkloads(patterns);
  }
}
