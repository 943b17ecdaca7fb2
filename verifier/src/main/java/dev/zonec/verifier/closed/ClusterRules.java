package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.cluster.Action;
import dev.zonec.verifier.policy.cluster.ClusterPeer;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules of cluster-scoped policies to rows. */
final class ClusterRules {
  private final Direction direction;
  private final PortAtoms atoms;
  private final PeerRows peers;
  private final NamedRows namesThatMay;
  private final NamedRows namesThatMust;
  private final Predicate<NamedPort> may;
  private final Predicate<NamedPort> must;
  private final int size;

  ClusterRules(
      Direction direction, Classes classes, PortAtoms atoms, Reading reading, PeerRows peers) {
    this.direction = direction;
    this.atoms = atoms;
    this.peers = peers;
    this.size = classes.size();
    boolean settled = reading.settled().containsKey(Knob.SIDECAR_NAMED_PORTS);
    boolean counts = reading.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    this.may = port -> !port.sidecar() || !settled || counts;
    this.must = port -> !port.sidecar() || (settled && counts);
    this.namesThatMay = new NamedRows(classes, atoms, this::isHost, may);
    this.namesThatMust = new NamedRows(classes, atoms, this::isHost, must);
  }

  private boolean isHost(int c) {
    return BitRow.get(peers.onHostNetwork(), c);
  }

  /**
   * {@code rule} at pods with the port names {@code own}; none if it matches nothing.
   *
   * @param certain whether its policy applies to them for certain
   */
  Optional<TierRule> of(ClusterRule rule, List<NamedPort> own, boolean certain) {
    RuleRows some = new RuleRows(atoms, true);
    RuleRows sure = new RuleRows(atoms, true);
    if (rule.peers().stream().anyMatch(peer -> peer instanceof ClusterPeer.Unknown)) {
      // Not understood, so it fails closed (clusternetworkpolicy_types.go).
      if (rule.action() == Action.ACCEPT) {
        return Optional.empty();
      }
      some.add(BitRow.full(size), List.of(), List.of());
      sure.add(BitRow.full(size), List.of(), List.of());
      return Optional.of(
          new TierRule(Action.DENY, some, certain ? sure : new RuleRows(atoms, true)));
    }
    switch (direction) {
      case EGRESS -> {
        some.add(who(rule, true), rule.ports(), namesThatMay);
        sure.add(who(rule, false), rule.ports(), namesThatMust);
      }
      case INGRESS -> {
        some.add(who(rule, true), rule.ports(), own.stream().filter(may).toList());
        sure.add(who(rule, false), rule.ports(), own.stream().filter(must).toList());
      }
    }
    return Optional.of(
        new TierRule(rule.action(), some, certain ? sure : new RuleRows(atoms, true)));
  }

  private long[] who(ClusterRule rule, boolean permissive) {
    long[] any = BitRow.empty(size);
    for (ClusterPeer peer : rule.peers()) {
      BitRow.or(any, row(peer, permissive));
    }
    return any;
  }

  private long[] row(ClusterPeer peer, boolean permissive) {
    return switch (peer) {
      case ClusterPeer.Pods pods -> {
        long[] row = peers.row(who(pods, permissive)).clone();
        BitRow.andNot(row, peers.onHostNetwork());
        yield row;
      }
      case ClusterPeer.Networks networks -> peers.row(who(networks, permissive));
      case ClusterPeer.Nodes nodes -> peers.row(who(nodes, permissive));
      // A name stands for whatever addresses its owner gives it, at any moment.
      case ClusterPeer.DomainNames names -> permissive ? BitRow.full(size) : BitRow.empty(size);
      case ClusterPeer.Unknown unknown -> BitRow.empty(size);
    };
  }

  /** What {@code peer} has to be told apart by; none if by nothing. */
  static Optional<Who> who(ClusterPeer peer, boolean permissive) {
    return switch (peer) {
      case ClusterPeer.Pods pods -> Optional.of(who(pods, permissive));
      case ClusterPeer.Networks networks -> Optional.of(who(networks, permissive));
      case ClusterPeer.Nodes nodes -> Optional.of(who(nodes, permissive));
      case ClusterPeer.DomainNames names -> Optional.empty();
      case ClusterPeer.Unknown unknown -> Optional.empty();
    };
  }

  private static Who who(ClusterPeer.Pods peer, boolean permissive) {
    return new Who.Selected(peer.namespaces(), peer.pods(), permissive);
  }

  private static Who who(ClusterPeer.Networks peer, boolean permissive) {
    return new Who.Addressed(blocks(peer.blocks()), true, permissive);
  }

  private static Who who(ClusterPeer.Nodes peer, boolean permissive) {
    return new Who.Nodes(peer.labels(), permissive);
  }

  static List<IpBlock> blocks(List<Cidr> cidrs) {
    return cidrs.stream().map(cidr -> new IpBlock(cidr, List.of())).toList();
  }
}
