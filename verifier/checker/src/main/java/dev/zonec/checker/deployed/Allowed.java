package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Evaluates connections between listed ends with the concrete semantics.
 *
 * <p>What the policies at one end decide depends only on the policies that isolate this end. Each
 * end therefore has a semantics with these NetworkPolicies and all cluster-scoped policies, and its
 * decision about its own side counts.
 */
final class Allowed {
  private final List<Semantics> semantics = new ArrayList<>();
  private final Map<Direction, List<EndPorts>> ports = new EnumMap<>(Direction.class);
  private final Map<Direction, List<Views>> views = new EnumMap<>(Direction.class);

  /**
   * The ports that the policies at an end can tell apart.
   *
   * @param clauses the clauses of their rules
   * @param kinds one port of each kind, without names
   * @param named whether they use names
   */
  record EndPorts(List<PortClause> clauses, List<Transport> kinds, boolean named) {}

  Allowed(CheckedRun run, Reading reading, List<Endpoint> ends, AddressKinds kinds) {
    List<List<Policy>> own = ends.stream().map(end -> isolating(run, end)).toList();
    for (List<Policy> policies : own) {
      semantics.add(
          new Semantics(run.world().withPolicies(policies), reading, run.program().cluster()));
    }
    for (Direction direction : Direction.values()) {
      views.put(
          direction,
          own.stream().map(policies -> Views.of(run, policies, direction, kinds)).toList());
      List<PortClause> forCluster =
          run.world().clusterPolicies().stream()
              .flatMap(policy -> policy.rules(direction).stream())
              .flatMap(rule -> clauses(rule.ports()))
              .toList();
      ports.put(
          direction,
          own.stream()
              .map(
                  policies ->
                      ports(
                          Stream.concat(
                                  forCluster.stream(),
                                  policies.stream()
                                      .flatMap(policy -> policy.rules(direction).stream())
                                      .flatMap(rule -> clauses(rule.ports())))
                              .distinct()
                              .toList()))
              .toList());
    }
  }

  private static List<Policy> isolating(CheckedRun run, Endpoint end) {
    return end instanceof Endpoint.Pod pod
        ? run.world().policies().stream()
            .filter(
                policy ->
                    policy.isolates(pod, Direction.INGRESS)
                        || policy.isolates(pod, Direction.EGRESS))
            .toList()
        : List.of();
  }

  private static Stream<PortClause> clauses(List<PolicyPort> ports) {
    return ports.stream().map(PolicyPort::clause);
  }

  private static EndPorts ports(List<PortClause> clauses) {
    return new EndPorts(
        clauses,
        PortStarts.oneOfEach(clauses),
        clauses.stream().anyMatch(clause -> clause instanceof PortClause.Named));
  }

  /** Returns the ports that the policies at the end can tell apart. */
  EndPorts ports(int end, Direction direction) {
    return ports.getOrDefault(direction, List.of()).get(end);
  }

  /** Returns what the policies at the end can tell about other ends. */
  Views views(int end, Direction direction) {
    return views.getOrDefault(direction, List.of()).get(end);
  }

  /** Whether the policies at the end of {@code direction} admit the connection. */
  boolean admits(ListedConnection listed, Direction direction) {
    Connection connection = listed.connection();
    int end = direction == Direction.EGRESS ? listed.source() : listed.destination();
    return switch (semantics.get(end).decide(connection)) {
      case Decision.Judged(var egress, var ingress) ->
          (direction == Direction.EGRESS ? egress : ingress).admits();
      case Decision.SamePod same -> throw new IllegalStateException("one end twice");
      case Decision.OwnService own -> throw new IllegalStateException("through a Service");
    };
  }

  /** Whether the policies at both ends admit the connection. */
  boolean allows(ListedConnection listed) {
    return admits(listed, Direction.EGRESS) && admits(listed, Direction.INGRESS);
  }
}
