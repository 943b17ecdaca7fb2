package dev.zonec.response.quarantine;

import dev.zonec.model.endpoint.Namespace;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The pods to isolate in one namespace.
 *
 * @param namespace the namespace
 * @param pods the pods, by workload; at least one
 */
public record Target(Namespace namespace, List<TargetPods> pods) {
  /** Copies the list. */
  public Target {
    pods = List.copyOf(pods);
  }

  /** Returns the keys of the labels of the pods. */
  SortedSet<String> keys() {
    SortedSet<String> keys = new TreeSet<>();
    pods.forEach(each -> each.labels().forEach(labels -> keys.addAll(labels.known().keySet())));
    return keys;
  }
}
