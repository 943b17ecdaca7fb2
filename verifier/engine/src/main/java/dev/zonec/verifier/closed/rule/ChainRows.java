package dev.zonec.verifier.closed.rule;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.port.PortAtoms;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Evaluates rules to rows of classes, for one direction, address family and treatment of
 * host-network pods. Unknown labels and addresses give each rule two bounds: the classes that it
 * may match, and the classes that it certainly matches.
 */
public final class ChainRows {
  private final Direction direction;
  private final EquivalenceClasses classes;
  private final PortAtoms atoms;
  private final Reading reading;
  private final PeerRows asTreated;
  private final PeerRows asNodes;
  private final OwnNodes ownNodes;
  private final BitRow all;
  private final Map<NamesKey, PortNameRows> names = new HashMap<>();

  /** The facts that determine which port names of the other end count. */
  private record NamesKey(boolean hostNetwork, boolean may) {}

  /**
   * @param asTreated the rows of peers, with host-network pods treated as in this layer
   * @param asNodes the rows of peers, with host-network pods treated as their nodes
   */
  public ChainRows(
      Direction direction,
      EquivalenceClasses classes,
      PortAtoms atoms,
      Reading reading,
      PeerRows asTreated,
      PeerRows asNodes) {
    this.direction = direction;
    this.classes = classes;
    this.atoms = atoms;
    this.reading = reading;
    this.asTreated = asTreated;
    this.asNodes = asNodes;
    this.ownNodes = new OwnNodes(classes, asTreated);
    this.all = BitRow.full(classes.size());
  }

  /**
   * Adds the classes that {@code rule} matches to {@code rows}.
   *
   * @param pods the pods that the rule applies to
   * @param may whether to add the classes that it may match, rather than those that it certainly
   *     matches
   */
  public void add(Chain chain, ChainRule rule, GovernedPods pods, boolean may, RuleRows rows) {
    if (!rule.existsUnder(reading)) {
      return;
    }
    BitRow peers = peers(chain, rule, pods, may);
    switch (direction) {
      case EGRESS -> rows.add(peers, rule, names(chain.hostNetwork(), may));
      case INGRESS -> rows.add(peers, rule, pods.names(), counts(may));
    }
  }

  private PortNameRows names(boolean hostNetwork, boolean may) {
    return names.computeIfAbsent(
        new NamesKey(hostNetwork, may),
        key -> new PortNameRows(classes, atoms, rows(hostNetwork)::isSeenAsNode, counts(may)));
  }

  private Predicate<NamedPort> counts(boolean may) {
    boolean settled = reading.settled().containsKey(Knob.SIDECAR_NAMED_PORTS);
    boolean sidecars = settled ? reading.isPermissive(Knob.SIDECAR_NAMED_PORTS) : may;
    return port -> sidecars || !port.sidecar();
  }

  private PeerRows rows(boolean hostNetwork) {
    return hostNetwork ? asTreated : asNodes;
  }

  private BitRow peers(Chain chain, ChainRule rule, GovernedPods pods, boolean may) {
    if (rule.peers().size() == 1) {
      return row(chain, rule.peers().getFirst(), pods, may);
    }
    BitRow any = BitRow.empty(classes.size());
    for (Ends peer : rule.peers()) {
      any.or(row(chain, peer, pods, may));
    }
    return any;
  }

  private BitRow row(Chain chain, Ends peer, GovernedPods pods, boolean may) {
    return switch (peer) {
      case Ends.Anyone anyone -> all;
      // A domain name stands for whatever addresses its owner assigns at any moment.
      case Ends.DomainNames domains -> may ? all : BitRow.empty(classes.size());
      case Ends.OwnNode own -> ownNodes.of(pods.node(), may);
      case Ends.Pods selected -> rows(chain.hostNetwork()).row(selected, reading, may);
      case Ends.Addresses addresses -> rows(chain.hostNetwork()).row(addresses, reading, may);
      case Ends.Nodes nodes -> rows(chain.hostNetwork()).row(nodes, reading, may);
    };
  }
}
