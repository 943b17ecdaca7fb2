package dev.zonec.response.quarantine;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.label.LabelSyntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The pods of a workload to isolate.
 *
 * @param workload the workload
 * @param only the name of the only pod to isolate; empty for all pods of the workload
 */
public record TargetPods(Workload workload, Optional<String> only) {
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
          .names()
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

  /** Returns the labels of each pod that manifests show, or else of the templates. */
  Stream<PodLabels> labels() {
    SortedMap<String, Map<String, String>> given = workload.pods().given();
    if (only.isEmpty() && given.isEmpty()) {
      return Stream.concat(workload.pods().labels().stream(), Stream.of(workload.pod().labels()))
          .map(labels -> new PodLabels(labels, false));
    }
    return only.map(name -> named().entrySet().stream())
        .orElseGet(() -> given.entrySet().stream())
        .map(pod -> new PodLabels(pod.getValue(), given.containsKey(pod.getKey())));
  }

  /** Returns the known nodes of the pods. */
  public SortedSet<String> nodes() {
    SortedSet<String> nodes = new TreeSet<>();
    SortedMap<String, Map<String, String>> given = workload.pods().given();
    if (given.isEmpty()) {
      nodes.add(workload.pod().node());
    } else {
      named().keySet().forEach(pod -> nodes.add(workload.pods().nodes().getOrDefault(pod, "")));
    }
    nodes.removeIf(node -> !LabelSyntax.isDnsSubdomain(node));
    return nodes;
  }

  /** Whether a pod may be on a node that is not known. */
  public boolean onUnknownNode() {
    SortedMap<String, Map<String, String>> given = workload.pods().given();
    return given.isEmpty()
        ? nodes().isEmpty()
        : !workload.pods().nodes().keySet().containsAll(named().keySet());
  }
}
