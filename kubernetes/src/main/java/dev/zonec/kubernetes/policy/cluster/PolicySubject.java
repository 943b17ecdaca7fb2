package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;

/**
 * The pods that a cluster-scoped policy applies to. Pods on the host network are never among them.
 *
 * @param namespaces the namespaces
 * @param pods the pods of these namespaces; every pod if the policy names namespaces only
 */
public record PolicySubject(Selector namespaces, Selector pods) {
  /** Whether the labels of {@code pod} match. */
  public boolean selects(Endpoint.Pod pod) {
    return namespaces.matches(pod.namespace().labels()) && pods.matches(pod.labels());
  }
}
