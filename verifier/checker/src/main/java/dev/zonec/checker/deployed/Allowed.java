package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates connections between listed ends with the concrete semantics.
 *
 * <p>What the policies at one end decide depends only on the policies that isolate this end. Each
 * end therefore has a semantics with these NetworkPolicies and all cluster-scoped policies, and its
 * decision about its own side counts.
 */
final class Allowed {
  private final List<Semantics> semantics = new ArrayList<>();
  private final List<PortStarts> egressPorts = new ArrayList<>();
  private final List<PortStarts> ingressPorts = new ArrayList<>();

  Allowed(CheckedRun run, Reading reading, List<Endpoint> ends) {
    PortStarts ofClusterEgress = new PortStarts();
    PortStarts ofClusterIngress = new PortStarts();
    for (ClusterPolicy policy : run.world().clusterPolicies()) {
      policy.egress().forEach(rule -> add(rule.ports(), ofClusterEgress));
      policy.ingress().forEach(rule -> add(rule.ports(), ofClusterIngress));
    }
    for (Endpoint end : ends) {
      List<Policy> own =
          end instanceof Endpoint.Pod pod
              ? run.world().policies().stream()
                  .filter(
                      policy ->
                          policy.isolates(pod, Direction.INGRESS)
                              || policy.isolates(pod, Direction.EGRESS))
                  .toList()
              : List.of();
      semantics.add(new Semantics(run.world().withPolicies(own), reading, run.program().cluster()));
      PortStarts egress = new PortStarts().add(ofClusterEgress);
      PortStarts ingress = new PortStarts().add(ofClusterIngress);
      for (Policy policy : own) {
        policy.egress().forEach(rule -> add(rule.ports(), egress));
        policy.ingress().forEach(rule -> add(rule.ports(), ingress));
      }
      egressPorts.add(egress);
      ingressPorts.add(ingress);
    }
  }

  private static void add(List<PolicyPort> ports, PortStarts starts) {
    starts.add(ports.stream().map(PolicyPort::clause).toList());
  }

  /** Returns the ports that the policies at the end can tell apart. */
  PortStarts ports(int end, Direction direction) {
    return direction == Direction.EGRESS ? egressPorts.get(end) : ingressPorts.get(end);
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
