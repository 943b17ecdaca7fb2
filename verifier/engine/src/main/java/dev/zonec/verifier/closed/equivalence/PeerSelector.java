package dev.zonec.verifier.closed.equivalence;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import java.util.List;
import java.util.Optional;

/**
 * A set of endpoints as a policy describes it: a peer or a subject, without its place in a
 * manifest. Equal selectors are evaluated once.
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

  /**
   * Returns the selector of {@code ends}; empty if the engine needs no selector for them.
   *
   * @param permissive whether to include endpoints that may be among them
   */
  static Optional<PeerSelector> of(Ends ends, Reading reading, boolean permissive) {
    return switch (ends) {
      case Ends.Pods pods -> Optional.of(of(pods, permissive));
      case Ends.Addresses addresses -> Optional.of(of(addresses, reading, permissive));
      case Ends.Nodes nodes -> Optional.of(new Nodes(nodes.labels(), permissive));
      case Ends.Anyone anyone -> Optional.empty();
      case Ends.OwnNode own -> Optional.empty();
      case Ends.DomainNames names -> Optional.empty();
    };
  }

  /** Returns the selector of {@code pods}. */
  static PeerSelector of(Ends.Pods pods, boolean permissive) {
    return switch (pods.namespaces()) {
      case NamespaceSet.Named(String name) -> new Local(name, pods.pods());
      case NamespaceSet.Matching(Selector in) -> new Selected(in, pods.pods(), permissive);
    };
  }

  /** Returns the selector of {@code addresses}. */
  static Addressed of(Ends.Addresses addresses, Reading reading, boolean permissive) {
    boolean ofPods = addresses.podsOnlyIf().map(reading::isPermissive).orElse(true);
    return new Addressed(addresses.blocks(), ofPods, permissive);
  }
}
