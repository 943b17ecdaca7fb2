package dev.zonec.verifier.closed.equivalence;

import dev.zonec.kubernetes.policy.cluster.Subject;
import dev.zonec.kubernetes.policy.mention.Mention;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/**
 * A set of endpoints as a policy describes it: a peer or a subject without its place in a manifest.
 * Equal selectors are evaluated once.
 */
public sealed interface PeerSelector {
  /** Pods in the namespace called {@code namespace}. */
  record Local(String namespace, Selector pods) implements PeerSelector {}

  /**
   * Pods in the namespaces that a selector matches.
   *
   * @param permissive whether to include pods of undeclared namespaces that the selector may match
   */
  record Selected(Selector namespaces, Selector pods, boolean permissive) implements PeerSelector {}

  /**
   * Addresses in any of the blocks.
   *
   * @param ofPods whether a block also matches pods, by their addresses
   * @param permissive whether to include endpoints that have, or may have, some address in a block,
   *     rather than those that have all of their addresses there
   */
  record Addressed(List<IpBlock> blocks, boolean ofPods, boolean permissive)
      implements PeerSelector {}

  /**
   * Nodes and the pods on their network.
   *
   * @param permissive whether to include undeclared nodes, which may have the labels
   */
  record Nodes(Selector labels, boolean permissive) implements PeerSelector {}

  /** Returns the selector of ends that a NetworkPolicy mentions. */
  static PeerSelector of(Mention.Ends ends, Reading reading) {
    return of(ends, reading.isPermissive(Knob.IPBLOCK_MATCHES_PODS), reading.permissive());
  }

  /** Returns the selector of ends that a cluster-scoped policy mentions; its blocks match pods. */
  static PeerSelector of(Mention.Ends ends, boolean permissive) {
    return of(ends, true, permissive);
  }

  private static PeerSelector of(Mention.Ends ends, boolean ofPods, boolean permissive) {
    return switch (ends) {
      case Mention.Pods(Mention.Namespaces.Named(String name), Selector pods, var site) ->
          new Local(name, pods);
      case Mention.Pods(Mention.Namespaces.Matching(Selector in), Selector pods, var site) ->
          new Selected(in, pods, permissive);
      case Mention.Blocks(var blocks, var site) -> new Addressed(blocks, ofPods, permissive);
      case Mention.Nodes(Selector labels, var site) -> new Nodes(labels, permissive);
    };
  }

  /** Returns the selector of {@code subject}. */
  static Selected of(Subject subject, boolean permissive) {
    return new Selected(subject.namespaces(), subject.pods(), permissive);
  }
}
