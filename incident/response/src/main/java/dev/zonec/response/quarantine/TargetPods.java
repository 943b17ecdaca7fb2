package dev.zonec.response.quarantine;

import dev.zonec.kubernetes.world.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pods of a workload to isolate.
 *
 * @param workload the workload
 * @param only the name of the only pod to isolate; empty for all pods of the workload
 */
public record TargetPods(Workload workload, Optional<String> only) {
  /** Returns the pods with known names, with their labels. */
  public SortedMap<String, Map<String, String>> named() {
    SortedMap<String, Map<String, String>> named = new TreeMap<>(workload.pods().given());
    only.ifPresent(name -> named.keySet().retainAll(List.of(name)));
    return named;
  }

  /** Returns the labels of each pod, as far as they are known, or else of the template. */
  Stream<Map<String, String>> labels() {
    SortedMap<String, Map<String, String>> named = named();
    return only.isPresent() && !named.isEmpty()
        ? named.values().stream()
        : Stream.concat(workload.pods().labels().stream(), Stream.of(workload.pod().labels()));
  }
}
