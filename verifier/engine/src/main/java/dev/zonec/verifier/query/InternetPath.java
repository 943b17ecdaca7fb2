package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.semantics.Decision;
import java.util.List;
import java.util.Optional;

/**
 * A shortest path from addresses outside of the cluster to a workload.
 *
 * @param way how its first connection comes in
 * @param hops the connections; at least one
 */
public record InternetPath(Way way, List<InternetPath.Hop> hops) {
  /** Copies the hops. */
  public InternetPath {
    hops = List.copyOf(hops);
  }

  /**
   * A connection of the path.
   *
   * @param ports the allowed ports
   * @param connection one of the allowed connections, with the source that policies see
   * @param decision the decision of the semantics on it
   */
  public record Hop(
      AnswerEnd from, AnswerEnd to, OpenPorts ports, Connection connection, Decision decision) {
    /** Returns text such as {@code internet -> shop/web (Deployment) : tcp/8080}. */
    @Override
    public String toString() {
      return from.label() + " -> " + to.label() + " : " + ports;
    }
  }

  /** How a connection comes in. */
  public sealed interface Way {
    /**
     * Through a NodePort or LoadBalancer Service.
     *
     * @param seenAs the node or load balancer that policies see instead of the caller; empty if
     *     they see the caller
     */
    record ThroughService(ServiceEntry service, Optional<Endpoint> seenAs) implements Way {}

    /** Through an Ingress or route. */
    record ThroughEntrance(Entrance entrance) implements Way {}

    /** To the address of a pod: policies admit this, and no object that leads there is known. */
    record Direct() implements Way {}
  }
}
