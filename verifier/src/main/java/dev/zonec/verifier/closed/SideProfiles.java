package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.policy.cluster.Tier;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What governs each class in one direction, in one layer. */
final class SideProfiles {
  private final Direction direction;
  private final Governing governing;
  private final Classes classes;
  private final PortAtoms atoms;
  private final Reading reading;
  private final PeerRows peers;
  private final NamedRows names;
  private final Predicate<NamedPort> counts;
  private final ClusterRules clusterRules;
  private final OwnNodes ownNodes;
  private final long[] all;
  private final Map<List<BitSet>, AtomPartition> partitions = new HashMap<>();

  SideProfiles(
      Direction direction,
      Governing governing,
      Classes classes,
      PortAtoms atoms,
      Reading reading,
      PeerRows peers) {
    this.direction = direction;
    this.governing = governing;
    this.classes = classes;
    this.atoms = atoms;
    this.reading = reading;
    this.peers = peers;
    this.counts = port -> !port.sidecar() || reading.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    this.names = new NamedRows(classes, atoms, peers::isSeenAsNode, counts);
    this.clusterRules = new ClusterRules(direction, classes, atoms, reading, peers);
    this.ownNodes = new OwnNodes(classes, peers, reading.permissive());
    this.all = BitRow.full(classes.size());
  }

  /** What profiles are told apart by. */
  private record Key(
      List<Integer> policies,
      List<ClusterSubjects.Applying> cluster,
      boolean otherSide,
      List<NamedPort> names,
      String node) {}

  /** The profile of each class. */
  Profile[] all() {
    Profile free = free();
    Map<Key, Profile> known = new HashMap<>();
    Profile[] profiles = new Profile[classes.size()];
    for (int c = 0; c < profiles.length; c++) {
      Unit unit = classes.unit(c);
      List<Integer> policies = governing.isolating(direction, c);
      List<ClusterSubjects.Applying> cluster = governing.cluster(c);
      boolean ungoverned = policies.isEmpty() && cluster.isEmpty();
      if (ungoverned || !unit.isPod() || peers.isSeenAsNode(c)) {
        profiles[c] = free;
      } else {
        boolean otherSide =
            policies.isEmpty() && !governing.isolating(opposite(direction), c).isEmpty();
        List<NamedPort> own = direction == Direction.INGRESS ? unit.names() : List.of();
        Key key = new Key(policies, cluster, otherSide, own, unit.node());
        profiles[c] = known.computeIfAbsent(key, this::governed);
      }
    }
    return profiles;
  }

  private static Direction opposite(Direction direction) {
    return direction == Direction.INGRESS ? Direction.EGRESS : Direction.INGRESS;
  }

  private Profile free() {
    AtomPartition partition = partition(List.of());
    return new Profile(partition, new long[][] {all, all});
  }

  private AtomPartition partition(List<BitSet> portSets) {
    return partitions.computeIfAbsent(portSets, sets -> new AtomPartition(atoms, sets));
  }

  private Profile governed(Key key) {
    RuleRows rules = rules(key);
    Tiers tiers =
        new Tiers(
            governing.clusterPolicies(),
            key.cluster(),
            key.names(),
            direction,
            clusterRules,
            reading,
            classes.size());
    Set<BitSet> portSets = new LinkedHashSet<>(rules.portSets());
    portSets.addAll(tiers.portSets());
    AtomPartition partition = partition(List.copyOf(portSets));
    long[][] rows = new long[partition.size()][];
    for (int segment = 0; segment < rows.length; segment++) {
      int atom = segment == 0 ? atoms.portless() : partition.atoms(segment).nextSetBit(0);
      long[] next =
          key.policies().isEmpty()
              ? afterPolicies(tiers, atom, key.otherSide())
              : ofPolicies(rules, atom, key.node());
      rows[segment] =
          key.cluster().isEmpty()
              ? next
              : tiers.ask(Tier.ADMIN, atom).decide(next, reading.permissive());
    }
    return new Profile(partition, rows);
  }

  private RuleRows rules(Key key) {
    RuleRows rules = new RuleRows(atoms, false);
    List<NamedPort> own = key.names().stream().filter(counts).toList();
    for (int number : key.policies()) {
      Policy policy = governing.policy(number);
      for (Rule rule : policy.rules(direction)) {
        long[] who = who(rule, policy.namespace());
        switch (direction) {
          case EGRESS -> rules.add(who, rule.ports(), names);
          case INGRESS -> rules.add(who, rule.ports(), own);
        }
      }
    }
    return rules;
  }

  /** What NetworkPolicies that isolate let pass. */
  private long[] ofPolicies(RuleRows rules, int atom, String node) {
    if (atom == atoms.portless()) {
      return portless(node);
    }
    long[] row = rules.row(atom, classes.size());
    if (direction == Direction.INGRESS || reading.isPermissive(Knob.OWN_NODE_EGRESS)) {
      BitRow.or(row, ownNodes.of(node));
    }
    return row;
  }

  /** What the baseline lets pass where no NetworkPolicy isolates. */
  private long[] afterPolicies(Tiers tiers, int atom, boolean isolatedOnTheOtherSide) {
    return isolatedOnTheOtherSide && reading.isPermissive(Knob.BASELINE_AFTER_POLICY)
        ? all
        : tiers.ask(Tier.BASELINE, atom).decide(all, reading.permissive());
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
              List.of(block),
              reading.isPermissive(Knob.IPBLOCK_MATCHES_PODS),
              reading.permissive());
    };
  }
}
