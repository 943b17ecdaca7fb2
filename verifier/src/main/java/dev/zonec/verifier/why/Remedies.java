package dev.zonec.verifier.why;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.policy.cluster.Action;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.semantics.NearMiss;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the smallest change that allows a connection: one a side, which opens that connection
 * and, as far as selectors can tell, nothing else.
 *
 * <p>On one side the first blocker decides: an accepting rule ahead of a denying one is final,
 * whatever comes later; where NetworkPolicies isolate, nothing later is asked once one admits.
 */
final class Remedies {
  private final Situation situation;
  private final Connection connection;

  Remedies(Situation situation, Connection connection) {
    this.situation = situation;
    this.connection = connection;
  }

  /** Changes against {@code blockers} that were tried and do help. */
  Remedy against(List<Blocker> blockers) {
    List<Change> changes = new ArrayList<>();
    World changed = situation.world();
    for (Direction direction : List.of(Direction.EGRESS, Direction.INGRESS)) {
      Optional<Blocker> first =
          blockers.stream().filter(blocker -> blocker.direction() == direction).findFirst();
      if (first.isPresent()) {
        Optional<Change> change = against(first.get());
        if (change.isEmpty()) {
          return new Remedy.Unknown();
        }
        changes.add(change.get());
        changed = change.get().in(changed);
      }
    }
    boolean helps = situation.with(changed).semantics().decide(connection).isAllowed();
    return helps ? new Remedy.Changes(changes) : new Remedy.Unknown();
  }

  private Optional<Change> against(Blocker blocker) {
    return switch (blocker) {
      case Blocker.Denied(Direction direction, var match, var tied) ->
          tied.isEmpty() ? acceptBefore(direction, match.policy(), match.rule()) : Optional.empty();
      case Blocker.Isolated(Direction direction, var by, var misses) -> {
        Optional<Change> port = addPort(direction, misses);
        yield port.isPresent() ? port : addRule(direction, narrowest(by));
      }
      case Blocker.Undefined(Direction direction, var knob, var isolating) ->
          isolating.isEmpty() ? Optional.empty() : addRule(direction, narrowest(isolating));
    };
  }

  private Counterpart other(Direction direction) {
    Endpoint other =
        direction == Direction.INGRESS ? connection.source() : connection.destination();
    return new Counterpart(situation.world(), other);
  }

  private Optional<PolicyPort> port(Span site) {
    return connection.transport() instanceof Transport.Ported(var protocol, int number)
        ? Optional.of(
            new PolicyPort(new PortClause.Numbered(protocol, new PortRange(number, number)), site))
        : Optional.empty();
  }

  private Optional<Change> acceptBefore(
      Direction direction, ClusterPolicy policy, ClusterRule denying) {
    Span site = denying.site();
    return other(direction)
        .clusterPeer(direction == Direction.INGRESS, site)
        .flatMap(
            peer ->
                port(site)
                    .map(
                        port ->
                            new ClusterRule("", Action.ACCEPT, List.of(peer), List.of(port), site)))
        .map(accepting -> new Change.AcceptBefore(direction, policy, denying, accepting));
  }

  /** A rule with just this peer needs the port only. */
  private Optional<Change> addPort(Direction direction, List<NearMiss> misses) {
    return misses.stream()
        .filter(miss -> miss.peerMatches() && miss.rule().peers().size() == 1)
        .findFirst()
        .flatMap(
            miss ->
                port(miss.rule().site())
                    .map(port -> new Change.AddPort(direction, miss.policy(), miss.rule(), port)));
  }

  private Optional<Change> addRule(Direction direction, Policy policy) {
    Span site = policy.site();
    return other(direction)
        .peer(policy.namespace(), site)
        .flatMap(peer -> port(site).map(port -> new Rule(List.of(peer), List.of(port), site)))
        .map(rule -> new Change.AddRule(direction, policy, rule));
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
