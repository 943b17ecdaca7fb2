package dev.zonec.verifier.closed.tier;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.mention.Mention;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.equivalence.PeerSelector;
import dev.zonec.verifier.closed.port.PortAtoms;
import dev.zonec.verifier.closed.rule.PeerRows;
import dev.zonec.verifier.closed.rule.PortNameRows;
import dev.zonec.verifier.closed.rule.RuleRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Evaluates the rules of cluster-scoped policies to rows of classes. */
public final class ClusterRuleRows {
  private final Direction direction;
  private final PortAtoms atoms;
  private final PeerRows peers;
  private final PortNameRows namesThatMay;
  private final PortNameRows namesThatMust;
  private final Predicate<NamedPort> may;
  private final Predicate<NamedPort> must;
  private final int size;

  public ClusterRuleRows(
      Direction direction,
      EquivalenceClasses classes,
      PortAtoms atoms,
      Reading reading,
      PeerRows peers) {
    this.direction = direction;
    this.atoms = atoms;
    this.peers = peers;
    this.size = classes.size();
    boolean settled = reading.settled().containsKey(Knob.SIDECAR_NAMED_PORTS);
    boolean counts = reading.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    this.may = port -> !port.sidecar() || !settled || counts;
    this.must = port -> !port.sidecar() || (settled && counts);
    this.namesThatMay = new PortNameRows(classes, atoms, this::isHost, may);
    this.namesThatMust = new PortNameRows(classes, atoms, this::isHost, must);
  }

  private boolean isHost(int c) {
    return BitRow.get(peers.onHostNetwork(), c);
  }

  /**
   * Returns {@code rule} as it applies to pods with the named ports {@code own}; empty if it
   * matches nothing.
   *
   * @param certain whether the policy of the rule certainly applies to the pods
   */
  public Optional<TierRule> of(ClusterRule rule, List<NamedPort> own, boolean certain) {
    RuleRows possible = new RuleRows(atoms, true);
    RuleRows surely = new RuleRows(atoms, true);
    if (rule.peers().stream().anyMatch(peer -> peer instanceof ClusterPeer.Unknown)) {
      // Not understood, so it fails closed (clusternetworkpolicy_types.go).
      if (rule.action() == Action.ACCEPT) {
        return Optional.empty();
      }
      possible.add(BitRow.full(size), List.of(), List.of());
      surely.add(BitRow.full(size), List.of(), List.of());
      return Optional.of(
          new TierRule(Action.DENY, possible, certain ? surely : new RuleRows(atoms, true)));
    }
    switch (direction) {
      case EGRESS -> {
        possible.add(peerRow(rule, true), rule.ports(), namesThatMay);
        surely.add(peerRow(rule, false), rule.ports(), namesThatMust);
      }
      case INGRESS -> {
        possible.add(peerRow(rule, true), rule.ports(), own.stream().filter(may).toList());
        surely.add(peerRow(rule, false), rule.ports(), own.stream().filter(must).toList());
      }
    }
    return Optional.of(
        new TierRule(rule.action(), possible, certain ? surely : new RuleRows(atoms, true)));
  }

  private long[] peerRow(ClusterRule rule, boolean permissive) {
    long[] any = BitRow.empty(size);
    for (ClusterPeer peer : rule.peers()) {
      BitRow.or(any, row(peer, permissive));
    }
    return any;
  }

  private long[] row(ClusterPeer peer, boolean permissive) {
    return switch (peer) {
      case ClusterPeer.Pods pods -> {
        long[] row = peers.row(PeerSelector.of(Mention.of(pods), permissive)).clone();
        BitRow.andNot(row, peers.onHostNetwork());
        yield row;
      }
      case ClusterPeer.Networks networks ->
          peers.row(PeerSelector.of(Mention.of(networks), permissive));
      case ClusterPeer.Nodes nodes -> peers.row(PeerSelector.of(Mention.of(nodes), permissive));
      // A name stands for whatever addresses its owner gives it, at any moment.
      case ClusterPeer.DomainNames names -> permissive ? BitRow.full(size) : BitRow.empty(size);
      case ClusterPeer.Unknown unknown -> BitRow.empty(size);
    };
  }
}
