package dev.zonec.verifier.closed.admission;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.policy.mention.Mention;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.endpoint.EndpointSignature;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.equivalence.PeerSelector;
import dev.zonec.verifier.closed.port.PortAtoms;
import dev.zonec.verifier.closed.port.PortPartition;
import dev.zonec.verifier.closed.rule.PeerRows;
import dev.zonec.verifier.closed.rule.PortNameRows;
import dev.zonec.verifier.closed.rule.RuleRows;
import dev.zonec.verifier.closed.subject.ClusterPolicySubjects;
import dev.zonec.verifier.closed.subject.GoverningPolicies;
import dev.zonec.verifier.closed.tier.ClusterRuleRows;
import dev.zonec.verifier.closed.tier.TieredRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Computes what each class admits in one direction, for one address family and one treatment of
 * host-network pods.
 *
 * <p>A connection passes the Admin tier, then either the NetworkPolicies that isolate the class or,
 * if there are none, the Baseline tier. Classes to which the same policies apply in the same way
 * share one {@link Admission}. Nodes, addresses and host-network pods that are treated as nodes
 * have no policies and admit everything.
 */
public final class AdmissionBuilder {
  private final Direction direction;
  private final GoverningPolicies governing;
  private final EquivalenceClasses classes;
  private final PortAtoms atoms;
  private final Reading reading;
  private final PeerRows peers;
  private final PortNameRows names;
  private final Predicate<NamedPort> countsName;
  private final ClusterRuleRows clusterRules;
  private final OwnNodes ownNodes;
  private final long[] all;
  private final Map<List<BitSet>, PortPartition> partitions = new HashMap<>();

  public AdmissionBuilder(
      Direction direction,
      GoverningPolicies governing,
      EquivalenceClasses classes,
      PortAtoms atoms,
      Reading reading,
      PeerRows peers) {
    this.direction = direction;
    this.governing = governing;
    this.classes = classes;
    this.atoms = atoms;
    this.reading = reading;
    this.peers = peers;
    this.countsName = port -> !port.sidecar() || reading.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    this.names = new PortNameRows(classes, atoms, peers::isSeenAsNode, countsName);
    this.clusterRules = new ClusterRuleRows(direction, classes, atoms, reading, peers);
    this.ownNodes = new OwnNodes(classes, peers, reading.permissive());
    this.all = BitRow.full(classes.size());
  }

  /**
   * What an admission depends on.
   *
   * @param otherSide whether some NetworkPolicy isolates the class in the opposite direction only
   * @param node the node of the pods of the class
   */
  private record Key(
      List<Integer> policies,
      List<ClusterPolicySubjects.Applying> cluster,
      boolean otherSide,
      List<NamedPort> names,
      String node) {}

  /** Returns the admission of each class. */
  public List<Admission> all() {
    Admission unrestricted = unrestricted();
    Map<Key, Admission> byKey = new HashMap<>();
    List<Admission> profiles = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      EndpointSignature representative = classes.representative(c);
      List<Integer> policies = governing.isolating(direction, c);
      List<ClusterPolicySubjects.Applying> cluster = governing.cluster(c);
      boolean unselected = policies.isEmpty() && cluster.isEmpty();
      if (unselected || !representative.isPod() || peers.isSeenAsNode(c)) {
        profiles.add(unrestricted);
      } else {
        boolean otherSide =
            policies.isEmpty() && !governing.isolating(direction.opposite(), c).isEmpty();
        List<NamedPort> own = direction == Direction.INGRESS ? representative.names() : List.of();
        Key key = new Key(policies, cluster, otherSide, own, representative.node());
        profiles.add(byKey.computeIfAbsent(key, this::restricted));
      }
    }
    return profiles;
  }

  private Admission unrestricted() {
    PortPartition partition = partition(List.of());
    return new Admission(partition, new long[][] {all, all}, all);
  }

  private PortPartition partition(List<BitSet> portSets) {
    return partitions.computeIfAbsent(portSets, sets -> new PortPartition(atoms, sets));
  }

  private Admission restricted(Key key) {
    RuleRows rules = rules(key);
    TieredRules tiers =
        new TieredRules(
            governing.clusterPolicies(),
            key.cluster(),
            key.names(),
            direction,
            clusterRules,
            reading,
            classes.size());
    Set<BitSet> portSets = new LinkedHashSet<>(rules.portSets());
    portSets.addAll(tiers.portSets());
    PortPartition partition = partition(List.copyOf(portSets));
    long[][] rows = new long[partition.size()][];
    for (int segment = 0; segment < rows.length; segment++) {
      int atom = segment == 0 ? atoms.portless() : partition.atoms(segment).nextSetBit(0);
      long[] next =
          key.policies().isEmpty()
              ? afterBaseline(tiers, atom, key.otherSide())
              : afterIsolation(rules, atom, key.node());
      rows[segment] =
          key.cluster().isEmpty()
              ? next
              : tiers.actions(Tier.ADMIN, atom).resolve(next, reading.permissive());
    }
    return new Admission(partition, rows, all);
  }

  private RuleRows rules(Key key) {
    RuleRows rules = new RuleRows(atoms, false);
    List<NamedPort> own = key.names().stream().filter(countsName).toList();
    for (int number : key.policies()) {
      Policy policy = governing.policy(number);
      for (Rule rule : policy.rules(direction)) {
        long[] from = peerRow(rule, policy.namespace());
        switch (direction) {
          case EGRESS -> rules.add(from, rule.ports(), names);
          case INGRESS -> rules.add(from, rule.ports(), own);
        }
      }
    }
    return rules;
  }

  /** Returns the classes that the isolating NetworkPolicies admit. */
  private long[] afterIsolation(RuleRows rules, int atom, String node) {
    if (atom == atoms.portless()) {
      return portless(node);
    }
    long[] row = rules.row(atom, classes.size());
    boolean ownNode = direction == Direction.INGRESS || reading.isPermissive(Knob.OWN_NODE_EGRESS);
    long[] own = ownNodes.of(node);
    if (!ownNode || BitRow.isEmpty(own)) {
      return row;
    }
    long[] both = row.clone();
    BitRow.or(both, own);
    return both;
  }

  /**
   * Returns the classes that the Baseline tier admits at a class that no NetworkPolicy isolates.
   */
  private long[] afterBaseline(TieredRules tiers, int atom, boolean isolatedOnTheOtherSide) {
    return isolatedOnTheOtherSide && reading.isPermissive(Knob.BASELINE_AFTER_POLICY)
        ? all
        : tiers.actions(Tier.BASELINE, atom).resolve(all, reading.permissive());
  }

  private long[] portless(String node) {
    if (reading.isPermissive(Knob.ICMP)) {
      return all;
    }
    return direction == Direction.INGRESS ? ownNodes.of(node) : BitRow.empty(classes.size());
  }

  private long[] peerRow(Rule rule, String namespace) {
    if (rule.peers().isEmpty()) {
      return all;
    }
    if (rule.peers().size() == 1) {
      return peers.row(PeerSelector.of(Mention.of(rule.peers().getFirst(), namespace), reading));
    }
    long[] any = BitRow.empty(classes.size());
    for (Peer peer : rule.peers()) {
      BitRow.or(any, peers.row(PeerSelector.of(Mention.of(peer, namespace), reading)));
    }
    return any;
  }
}
