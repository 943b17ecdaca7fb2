package dev.zonec.checker.open;

import dev.zonec.checker.solver.Constant;
import dev.zonec.checker.solver.Statement;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What NetworkPolicies say at one end of the connection (spec/semantics.md, A connection).
 *
 * <p>No end of a proof is a node, and connections have ports, so the knobs about the own node and
 * about protocols without ports do not matter here.
 */
final class NetworkPolicyStatements {
  private final EndStatements ends;
  private final PortStatements ports;
  private final SortedMap<String, List<Policy>> byNamespace = new TreeMap<>();

  NetworkPolicyStatements(EndStatements ends, PortStatements ports, List<Policy> policies) {
    this.ends = ends;
    this.ports = ports;
    policies.forEach(
        policy ->
            byNamespace.computeIfAbsent(policy.namespace(), n -> new ArrayList<>()).add(policy));
  }

  /** A policy isolates the end in {@code direction}. */
  Statement isolated(End self, Direction direction) {
    return some(self, direction, policy -> Constant.TRUE);
  }

  /** A rule of a policy that isolates the end admits the connection. */
  Statement admitted(End self, Direction direction, Ends connection, Reading reading) {
    End other = connection.other(direction);
    return some(
        self,
        direction,
        policy ->
            Statement.any(
                policy.rules(direction).stream()
                    .map(rule -> admits(policy, rule, other, connection.destination(), reading))
                    .toList()));
  }

  /** A policy isolates the end, and what is said about the policy is true. */
  private Statement some(End self, Direction direction, Function<Policy, Statement> ofPolicy) {
    List<Statement> some = new ArrayList<>();
    byNamespace.forEach(
        (namespace, policies) -> {
          Statement here = ends.inNamespace(self, namespace);
          if (!here.isFalse()) {
            some.add(
                Statement.all(
                    here,
                    Statement.any(
                        policies.stream()
                            .filter(policy -> policy.directions().contains(direction))
                            .map(
                                policy ->
                                    Statement.all(
                                        ends.podMatches(self, policy.subject()),
                                        ofPolicy.apply(policy)))
                            .toList())));
          }
        });
    return Statement.any(some);
  }

  private Statement admits(Policy policy, Rule rule, End other, End destination, Reading reading) {
    Statement peer =
        rule.peers().isEmpty()
            ? Constant.TRUE
            : Statement.any(
                rule.peers().stream().map(each -> is(policy, each, other, reading)).toList());
    Statement port =
        rule.ports().isEmpty()
            ? Constant.TRUE
            : ports.inAny(rule.ports().stream().map(PolicyPort::clause).toList(), destination);
    return Statement.all(peer, port);
  }

  private Statement is(Policy policy, Peer peer, End other, Reading reading) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, var pods, var span) ->
          Statement.all(ends.inNamespace(other, policy.namespace()), ends.podMatches(other, pods));
      case Peer.Pods(Peer.Namespaces.Matching(var labels), var pods, var span) ->
          Statement.all(ends.namespaceMatches(other, labels), ends.podMatches(other, pods));
      case Peer.Block(var block, var span) ->
          Statement.all(
              reading.isPermissive(Knob.IPBLOCK_MATCHES_PODS)
                  ? Constant.TRUE
                  : Statement.not(ends.isPod(other)),
              ends.inBlocks(other, List.of(block)));
    };
  }
}
