package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What governs each class in one direction, in one layer. */
final class SideProfiles {
  private final Direction direction;
  private final Isolating isolating;
  private final Classes classes;
  private final PortAtoms atoms;
  private final Reading reading;
  private final PeerRows peers;
  private final NamedRows names;
  private final OwnNodes ownNodes;
  private final long[] all;
  private final Map<List<BitSet>, AtomPartition> partitions = new HashMap<>();

  SideProfiles(
      Isolating isolating, Classes classes, PortAtoms atoms, Reading reading, PeerRows peers) {
    this.direction = isolating.direction();
    this.isolating = isolating;
    this.classes = classes;
    this.atoms = atoms;
    this.reading = reading;
    this.peers = peers;
    this.names = new NamedRows(classes, peers, atoms);
    this.ownNodes = new OwnNodes(classes, peers, reading.permissive());
    this.all = BitRow.full(classes.size());
  }

  /** What profiles are told apart by. */
  private record Key(List<Integer> policies, List<NamedPort> names, String node) {}

  /** The profile of each class. */
  Profile[] all() {
    Profile free = free();
    Map<Key, Profile> known = new HashMap<>();
    Profile[] profiles = new Profile[classes.size()];
    for (int c = 0; c < profiles.length; c++) {
      Unit unit = classes.unit(c);
      List<Integer> policies = isolating.of(c);
      if (policies.isEmpty() || !unit.isPod() || peers.isSeenAsNode(c)) {
        profiles[c] = free;
      } else {
        List<NamedPort> own = direction == Direction.INGRESS ? unit.names() : List.of();
        profiles[c] = known.computeIfAbsent(new Key(policies, own, unit.node()), this::governed);
      }
    }
    return profiles;
  }

  private Profile free() {
    AtomPartition partition = partition(List.of());
    return new Profile(partition, new long[][] {all, all});
  }

  private AtomPartition partition(List<BitSet> portSets) {
    return partitions.computeIfAbsent(portSets, sets -> new AtomPartition(atoms, sets));
  }

  private Profile governed(Key key) {
    RuleRows rules = new RuleRows(atoms);
    for (int number : key.policies()) {
      Policy policy = isolating.policy(number);
      for (Rule rule : policy.rules(direction)) {
        long[] who = who(rule, policy.namespace());
        switch (direction) {
          case EGRESS -> rules.add(who, rule.ports(), names);
          case INGRESS -> rules.add(who, rule.ports(), key.names());
        }
      }
    }
    AtomPartition partition = partition(rules.portSets());
    long[][] rows = new long[partition.size()][];
    rows[0] = portless(key.node());
    for (int segment = 1; segment < rows.length; segment++) {
      rows[segment] = rules.row(partition.atoms(segment).nextSetBit(0), classes.size());
      if (direction == Direction.INGRESS || reading.isPermissive(Knob.OWN_NODE_EGRESS)) {
        BitRow.or(rows[segment], ownNodes.of(key.node()));
      }
    }
    return new Profile(partition, rows);
  }

  private long[] portless(String node) {
    if (reading.isPermissive(Knob.ICMP)) {
      return all;
    }
    return direction == Direction.INGRESS ? ownNodes.of(node) : BitRow.empty(classes.size());
  }

  private long[] who(Rule rule, String namespace) {
    if (rule.peers().isEmpty()) {
      return all;
    }
    if (rule.peers().size() == 1) {
      return peers.row(who(rule.peers().getFirst(), namespace, reading));
    }
    long[] any = BitRow.empty(classes.size());
    for (Peer peer : rule.peers()) {
      BitRow.or(any, peers.row(who(peer, namespace, reading)));
    }
    return any;
  }

  /** {@code peer}, wherever it is written. */
  static Who who(Peer peer, String namespace, Reading reading) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var site) ->
          new Who.Local(namespace, pods);
      case Peer.Pods(Peer.Namespaces.Matching(Selector in), Selector pods, var site) ->
          new Who.Selected(in, pods, reading.permissive());
      case Peer.Block(IpBlock block, var site) ->
          new Who.Addressed(
              block, reading.isPermissive(Knob.IPBLOCK_MATCHES_PODS), reading.permissive());
    };
  }
}
