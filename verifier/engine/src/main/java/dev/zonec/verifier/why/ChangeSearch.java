package dev.zonec.verifier.why;

import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
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
import dev.zonec.verifier.semantics.Fit;
import dev.zonec.verifier.semantics.NearMiss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Searches for the smallest change that allows a goal: few new rules or ports, which admit nothing
 * else as far as selectors can express it.
 *
 * <p>In each round, the search takes a connection of the goal that is still denied and adds one
 * change for each side that blocks it. Only the first blocker of a side matters: an accepting rule
 * before the denying one is final whatever later tiers say, and if NetworkPolicies isolate the pod,
 * no later tier is evaluated once one of them admits the connection. A change can leave a
 * connection denied in the other address family, or for the pod treated as its node; the next round
 * handles it. Invariant: {@code changed} is the original context with all changes so far. At the
 * end, each change is left out in turn, and changes that the goal does not need are dropped. The
 * concrete semantics evaluates the goal ({@link Goal#denied}); a remedy is returned only if it
 * allows all of it.
 */
final class ChangeSearch {
  /** The maximum number of rounds. */
  private static final int ROUNDS = 6;

  private final DecisionContext context;
  private final Goal goal;

  ChangeSearch(DecisionContext context, Goal goal) {
    this.context = context;
    this.goal = goal;
  }

  /** Returns changes that allow the whole goal, or {@link Remedy.Unknown}. */
  Remedy find() {
    List<Change> changes = new ArrayList<>();
    DecisionContext changed = context;
    for (int round = 0; round < ROUNDS; round++) {
      Deadline.check();
      Optional<Connection> denied = goal.denied(changed);
      if (denied.isEmpty()) {
        return changes.isEmpty() ? new Remedy.Unknown() : new Remedy.Changes(needed(changes));
      }
      List<Change> more = changesFor(changed, denied.get());
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

  /** Returns the changes without those that a later change made unnecessary. */
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

  /** Returns one change for each side that blocks; empty if there is none for one of them. */
  private List<Change> changesFor(DecisionContext now, Connection denied) {
    List<Blocker> blockers = Blockers.of(now, denied);
    List<Change> changes = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      Optional<Blocker> first =
          blockers.stream().filter(blocker -> blocker.direction() == direction).findFirst();
      if (first.isPresent()) {
        Optional<Change> change = changesFor(first.get(), denied);
        if (change.isEmpty()) {
          return List.of();
        }
        changes.add(change.get());
      }
    }
    changes.sort(Comparator.comparing(change -> change.direction() == Direction.INGRESS));
    return changes;
  }

  private Optional<Change> changesFor(Blocker blocker, Connection denied) {
    return switch (blocker) {
      case Blocker.Denied(Direction direction, var passed, var match, var tied) ->
          tied.isEmpty()
              ? acceptBefore(direction, denied, match.policy(), match.rule())
              : Optional.empty();
      case Blocker.Isolated(Direction direction, var passed, var by, var misses) -> {
        Optional<Change> port = addPorts(direction, misses);
        yield port.isPresent()
            ? port
            : addRule(direction, denied, narrowest(by), isOnHostNetwork(misses));
      }
      case Blocker.Undefined(Direction direction, var passed, var knob, var isolating) ->
          isolating.isEmpty()
              ? Optional.empty()
              : addRule(direction, denied, narrowest(isolating), false);
    };
  }

  /** Whether a rule would admit the other end if the end were not on the host network. */
  private static boolean isOnHostNetwork(List<NearMiss> misses) {
    return misses.stream()
        .anyMatch(
            miss -> miss.port().fits() && miss.peer().equals(new Fit.Open(Knob.HOST_NETWORK)));
  }

  /**
   * @param byAddress whether selectors do not match the other end, so that its addresses have to be
   *     used
   */
  private NarrowPeers other(Direction direction, Connection denied, boolean byAddress) {
    boolean incoming = direction == Direction.INGRESS;
    Endpoint other = incoming ? denied.source() : denied.destination();
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

  /** Returns the ports of the goal, for a rule that no manifest contains. */
  private List<PolicyPort> ports() {
    return goal.clauses().stream().map(clause -> new PolicyPort(clause, Span.NOWHERE)).toList();
  }

  private Optional<Change> acceptBefore(
      Direction direction, Connection denied, ClusterPolicy policy, ClusterRule denying) {
    List<ClusterPeer> peers =
        other(direction, denied, false).clusterPeers(direction == Direction.INGRESS);
    return peers.isEmpty() || isFromController(denied)
        ? Optional.empty()
        : Optional.of(
            new Change.AcceptBefore(
                direction,
                policy,
                denying,
                new ClusterRule("", Action.ACCEPT, peers, ports(), Span.NOWHERE)));
  }

  /** Returns a change that only adds ports, if a rule has the other end as its only peer. */
  private Optional<Change> addPorts(Direction direction, List<NearMiss> misses) {
    return misses.stream()
        .filter(miss -> miss.peer().fits() && miss.rule().peers().size() == 1)
        .findFirst()
        .map(miss -> new Change.AddPorts(direction, miss.policy(), miss.rule(), ports()));
  }

  private Optional<Change> addRule(
      Direction direction, Connection denied, Policy policy, boolean byAddress) {
    List<Peer> peers = other(direction, denied, byAddress).peers(policy.namespace());
    return peers.isEmpty() || isFromController(denied)
        ? Optional.empty()
        : Optional.of(
            new Change.AddRule(direction, policy, new Rule(peers, ports(), Span.NOWHERE)));
  }

  /**
   * Whether the source is a pod of an ingress controller. No manifest declares these pods, so no
   * rule can select them.
   */
  private boolean isFromController(Connection denied) {
    return context.access() == DecisionContext.Access.BY_ENTRANCE
        && denied.source() instanceof Endpoint.Pod;
  }

  /**
   * Returns the policy whose subject has the most requirements; a new rule in this policy opens the
   * fewest pods.
   */
  private static Policy narrowest(List<Policy> isolating) {
    return isolating.stream()
        .max(
            Comparator.comparingInt((Policy p) -> p.subject().requirements().size())
                .thenComparing(Policy::name, Comparator.reverseOrder()))
        .orElseThrow();
  }
}
