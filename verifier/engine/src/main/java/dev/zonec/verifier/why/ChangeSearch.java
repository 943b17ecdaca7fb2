package dev.zonec.verifier.why;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Cidr;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.semantics.Fit;
import dev.zonec.verifier.semantics.NearMiss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the smallest change that allows what is asked for: as few rules as are found, which
 * open it and, as far as selectors can tell, nothing else.
 *
 * <p>On one side the first blocker decides: an accepting rule ahead of a denying one is final,
 * whatever comes later; where NetworkPolicies isolate, nothing later is asked once one admits.
 * Where a change leaves something denied, in the other address family or as its node, that is
 * changed next.
 */
final class ChangeSearch {
  /** So many rounds of changes are tried. */
  private static final int ROUNDS = 6;

  private final DecisionContext context;
  private final Goal goal;

  ChangeSearch(DecisionContext context, Goal goal) {
    this.context = context;
    this.goal = goal;
  }

  /** Changes that were tried, each point of the goal asked again, and do help. */
  Remedy find() {
    List<Change> changes = new ArrayList<>();
    DecisionContext changed = context;
    for (int round = 0; round < ROUNDS; round++) {
      Deadline.check();
      Optional<Connection> missed = goal.missed(changed);
      if (missed.isEmpty()) {
        return changes.isEmpty() ? new Remedy.Unknown() : new Remedy.Changes(needed(changes));
      }
      List<Change> more = against(changed, missed.get());
      if (more.isEmpty()) {
        return new Remedy.Unknown();
      }
      changes.addAll(more);
      changed = changed.with(applied(more, changed.world()));
    }
    return goal.isMet(changed) ? new Remedy.Changes(needed(changes)) : new Remedy.Unknown();
  }

  private static World applied(List<Change> changes, World world) {
    World changed = world;
    for (Change change : changes) {
      changed = change.applyTo(changed);
    }
    return changed;
  }

  /** Without those that a later one made needless. */
  private List<Change> needed(List<Change> changes) {
    List<Change> needed = new ArrayList<>(changes);
    for (Change change : changes) {
      Deadline.check();
      List<Change> others = new ArrayList<>(needed);
      others.remove(change);
      if (goal.isMet(context.with(applied(others, context.world())))) {
        needed = others;
      }
    }
    return needed;
  }

  /** A change for each side that blocks; none if one of them has none. */
  private List<Change> against(DecisionContext now, Connection missed) {
    List<Blocker> blockers = Blockers.of(now, missed);
    List<Change> changes = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      Optional<Blocker> first =
          blockers.stream().filter(blocker -> blocker.direction() == direction).findFirst();
      if (first.isPresent()) {
        Optional<Change> change = against(first.get(), missed);
        if (change.isEmpty()) {
          return List.of();
        }
        changes.add(change.get());
      }
    }
    changes.sort(Comparator.comparing(change -> change.direction() == Direction.INGRESS));
    return changes;
  }

  private Optional<Change> against(Blocker blocker, Connection missed) {
    return switch (blocker) {
      case Blocker.Denied(Direction direction, var passed, var match, var tied) ->
          tied.isEmpty()
              ? acceptBefore(direction, missed, match.policy(), match.rule())
              : Optional.empty();
      case Blocker.Isolated(Direction direction, var passed, var by, var misses) -> {
        Optional<Change> port = addPorts(direction, misses);
        yield port.isPresent()
            ? port
            : addRule(direction, missed, narrowest(by), unseenPods(misses));
      }
      case Blocker.Undefined(Direction direction, var passed, var knob, var isolating) ->
          isolating.isEmpty()
              ? Optional.empty()
              : addRule(direction, missed, narrowest(isolating), false);
    };
  }

  /** Whether a rule would admit the other end if it were not on its node's network. */
  private static boolean unseenPods(List<NearMiss> misses) {
    return misses.stream()
        .anyMatch(
            miss -> miss.port().fits() && miss.peer().equals(new Fit.Open(Knob.HOST_NETWORK)));
  }

  /**
   * @param byAddress whether selectors do not see the other end
   */
  private NarrowPeers other(Direction direction, Connection missed, boolean byAddress) {
    boolean incoming = direction == Direction.INGRESS;
    Endpoint other = incoming ? missed.source() : missed.destination();
    List<Cidr> blocks =
        switch (other) {
          case Endpoint.External external -> (incoming ? goal.from() : goal.to()).blocks();
          case Endpoint.Node node -> node.addresses().stream().map(Cidr::only).toList();
          case Endpoint.Pod pod -> byAddress ? nodeBlocks(pod) : List.of();
        };
    return new NarrowPeers(context.world(), other, blocks);
  }

  private List<Cidr> nodeBlocks(Endpoint.Pod pod) {
    return pod.addresses().isEmpty()
        ? context.cluster().nodes()
        : pod.addresses().stream().map(Cidr::only).toList();
  }

  private List<PolicyPort> ports(Span span) {
    return goal.clauses().stream().map(clause -> new PolicyPort(clause, span)).toList();
  }

  private Optional<Change> acceptBefore(
      Direction direction, Connection missed, ClusterPolicy policy, ClusterRule denying) {
    Span span = denying.span();
    List<ClusterPeer> peers =
        other(direction, missed, false).clusterPeers(direction == Direction.INGRESS, span);
    return peers.isEmpty() || isFromController(missed)
        ? Optional.empty()
        : Optional.of(
            new Change.AcceptBefore(
                direction,
                policy,
                denying,
                new ClusterRule("", Action.ACCEPT, peers, ports(span), span)));
  }

  /** A rule with just this peer needs the ports only. */
  private Optional<Change> addPorts(Direction direction, List<NearMiss> misses) {
    return misses.stream()
        .filter(miss -> miss.peer().fits() && miss.rule().peers().size() == 1)
        .findFirst()
        .map(
            miss ->
                new Change.AddPorts(
                    direction, miss.policy(), miss.rule(), ports(miss.rule().span())));
  }

  private Optional<Change> addRule(
      Direction direction, Connection missed, Policy policy, boolean byAddress) {
    Span span = policy.span();
    List<Peer> peers = other(direction, missed, byAddress).peers(policy.namespace(), span);
    return peers.isEmpty() || isFromController(missed)
        ? Optional.empty()
        : Optional.of(new Change.AddRule(direction, policy, new Rule(peers, ports(span), span)));
  }

  /** No manifest says which pods the controller's are, so no rule can name them. */
  private boolean isFromController(Connection missed) {
    return context.access() == DecisionContext.Access.BY_ENTRANCE
        && missed.source() instanceof Endpoint.Pod;
  }

  /** The policy whose subject is told most closely: its new rule opens the fewest pods. */
  private static Policy narrowest(List<Policy> isolating) {
    return isolating.stream()
        .max(
            Comparator.comparingInt((Policy p) -> p.subject().requirements().size())
                .thenComparing(Policy::name, Comparator.reverseOrder()))
        .orElseThrow();
  }
}
