package dev.zonec.response.quarantine;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.label.LabelSyntax;
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
  /** The greatest number of replicas that are named. */
  private static final int MOST_REPLICAS = 1000;

  /**
   * Returns the pods with known names, with their labels. The pods of a StatefulSet are known by
   * their numbers, and have the labels of its template.
   */
  public SortedMap<String, Map<String, String>> named() {
    SortedMap<String, Map<String, String>> named = new TreeMap<>(workload.pods().given());
    if (named.isEmpty()) {
      workload
          .pods()
          .replicas()
          .names(MOST_REPLICAS)
          .forEach(name -> named.put(name, known(workload.pod().labels())));
    }
    only.ifPresent(
        name -> {
          named.putIfAbsent(name, known(workload.pod().labels()));
          named.keySet().retainAll(List.of(name));
        });
    return named;
  }

  /** Returns the labels without those whose values only a controller knows. */
  public static SortedMap<String, String> known(Map<String, String> labels) {
    SortedMap<String, String> known = new TreeMap<>(labels);
    known.values().removeIf(value -> !LabelSyntax.isValue(value));
    return known;
  }

  /** Returns the labels of each pod, as far as they are known, or else of the template. */
  Stream<Map<String, String>> labels() {
    SortedMap<String, Map<String, String>> named = named();
    return only.isPresent() && !named.isEmpty()
        ? named.values().stream()
        : Stream.concat(workload.pods().labels().stream(), Stream.of(workload.pod().labels()));
  }
}
