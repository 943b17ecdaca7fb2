package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;

/**
 * The pods that a cluster-scoped policy applies to. Pods on the host network are never among them.
 *
 * @param namespaces which namespaces
 * @param pods which pods of these; everything where the policy names namespaces only
 */
public record Subject(Selector namespaces, Selector pods) {
  /** Whether {@code pod} is one, as far as its labels go. */
  public boolean selects(Endpoint.Pod pod) {
    return namespaces.matches(pod.namespace().labels()) && pods.matches(pod.labels());
  }
}
