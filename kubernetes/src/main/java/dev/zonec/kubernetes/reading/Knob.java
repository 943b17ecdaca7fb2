package dev.zonec.kubernetes.reading;

import java.util.List;

/**
 * A point that the API leaves to implementations. Each has a permissive answer, which {@code MAY}
 * takes, and a restrictive one, which {@code MUST} takes, unless the user settles it.
 */
public enum Knob {
  /** Whether an {@code ipBlock} matches pods by their addresses. */
  IPBLOCK_MATCHES_PODS("ipblock-matches-pods", "yes", "no"),
  /**
   * Whether host-network pods are treated like other pods ({@code pod}) or are out of reach for
   * selectors and seen as their node's addresses ({@code node}); unsettled, {@code MAY} allows what
   * either allows and {@code MUST} what both allow.
   */
  HOST_NETWORK("host-network", "pod", "node"),
  /** Whether a pod's connection to its own node is always allowed. */
  OWN_NODE_EGRESS("own-node-egress", "yes", "no"),
  /** Whether a pod always reaches itself through its own Service. */
  SERVICE_HAIRPIN("service-hairpin", "yes", "no"),
  /** Whether protocols without ports, such as ICMP, pass where policies isolate. */
  ICMP("icmp", "yes", "no"),
  /** Whether the named ports of sidecar init containers count. */
  SIDECAR_NAMED_PORTS("sidecar-named-ports", "yes", "no"),
  /**
   * Which of several cluster-scoped policies of one priority decides where they disagree: the one
   * that allows most, or least.
   */
  EQUAL_PRIORITY_TIES("equal-priority-ties", "allow", "deny"),
  /**
   * Whether the baseline is {@code skipped} or {@code asked} in a direction in which no
   * NetworkPolicy isolates the pod, where one isolates it in the other direction.
   */
  BASELINE_AFTER_POLICY("baseline-after-policy", "skipped", "asked"),
  /**
   * Whom policies see when a caller outside comes through a node's port or a load balancer: the
   * caller ({@code client}), or a node or the balancer ({@code node}); unsettled, {@code MAY}
   * allows what either allows and {@code MUST} what both allow.
   */
  SNAT_SOURCE("snat-source", "client", "node");

  private final String word;
  private final String permissive;
  private final String restrictive;

  Knob(String word, String permissive, String restrictive) {
    this.word = word;
    this.permissive = permissive;
    this.restrictive = restrictive;
  }

  /** Its name in commands and reports. */
  public String word() {
    return word;
  }

  /** The answer that allows more; of {@link #HOST_NETWORK} and its like, merely the first. */
  public String permissive() {
    return permissive;
  }

  /** The answer that allows less; of {@link #HOST_NETWORK} and its like, merely the second. */
  public String restrictive() {
    return restrictive;
  }

  /** The answers that a user may give. */
  public List<String> answers() {
    return List.of(permissive, restrictive);
  }
}
