package dev.zonec.kubernetes.reading;

import java.util.List;

/**
 * A point that the API leaves to implementations. Each has a permissive answer, which {@code MAY}
 * uses, and a restrictive answer, which {@code MUST} uses, unless the user settles it.
 */
public enum Knob {
  /** Whether an {@code ipBlock} matches pods by their addresses. */
  IPBLOCK_MATCHES_PODS("ipblock-matches-pods", "yes", "no"),
  /**
   * Whether pods on the host network are treated like other pods ({@code pod}), or as their nodes
   * ({@code node}): no selector matches them, and blocks match them by their node's addresses. If
   * the knob is not settled, {@code MAY} allows what either answer allows, and {@code MUST} what
   * both allow.
   */
  HOST_NETWORK("host-network", "pod", "node"),
  /** Whether a pod's connection to its own node is always allowed. */
  OWN_NODE_EGRESS("own-node-egress", "yes", "no"),
  /** Whether a pod can always reach itself through its own Service. */
  SERVICE_HAIRPIN("service-hairpin", "yes", "no"),
  /** Whether protocols without ports, such as ICMP, are allowed for isolated pods. */
  ICMP("icmp", "yes", "no"),
  /** Whether policies see port names of sidecars. */
  SIDECAR_NAMED_PORTS("sidecar-named-ports", "yes", "no"),
  /**
   * Which of several cluster-scoped policies with equal priority decides if they disagree: the one
   * that allows most, or least.
   */
  EQUAL_PRIORITY_TIES("equal-priority-ties", "allow", "deny"),
  /**
   * Whether the Baseline tier is {@code skipped} or {@code asked} in a direction in which no
   * NetworkPolicy isolates the pod, if one isolates it in the other direction.
   */
  BASELINE_AFTER_POLICY("baseline-after-policy", "skipped", "asked"),
  /**
   * The source that policies see if a client outside of the cluster connects through a node port or
   * a load balancer: the client ({@code client}), or a node or the load balancer ({@code node}). If
   * the knob is not settled, {@code MAY} allows what either answer allows, and {@code MUST} what
   * both allow.
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

  /** Returns the name in commands and reports. */
  public String word() {
    return word;
  }

  /**
   * Returns the answer that allows more; for {@link #HOST_NETWORK} and similar knobs, only the
   * first one.
   */
  public String permissive() {
    return permissive;
  }

  /**
   * Returns the answer that allows less; for {@link #HOST_NETWORK} and similar knobs, only the
   * second one.
   */
  public String restrictive() {
    return restrictive;
  }

  /** Returns the possible answers. */
  public List<String> answers() {
    return List.of(permissive, restrictive);
  }
}
