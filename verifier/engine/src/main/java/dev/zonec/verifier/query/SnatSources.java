package dev.zonec.verifier.query;

import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Whom policies see when a caller outside comes through a node's port or a load balancer: the
 * caller, the balancer, or any node, the pod's own among them ({@link Knob#SNAT_SOURCE}). Under MAY
 * it is enough that one of them is let in, under MUST all have to be.
 */
final class SnatSources {
  /** A node that the manifests do not declare. */
  private static final Endpoint SOME_NODE = new Endpoint.Node("", Map.of(), List.of());

  private final World world;
  private final Reading reading;

  SnatSources(World world, Reading reading) {
    this.world = world;
    this.reading = reading;
  }

  /**
   * Whether {@code client} is let in.
   *
   * @param service by what it comes; it is reached from outside
   * @param outside the addresses that a balancer may have
   * @param admits whether the pod is reached from an endpoint
   */
  boolean decide(
      Endpoint.External client,
      ServiceEntry service,
      List<AnswerEnd> outside,
      Predicate<Endpoint> admits) {
    List<Endpoint> seen = seen(client, service, outside);
    return reading.permissive() ? seen.stream().anyMatch(admits) : seen.stream().allMatch(admits);
  }

  /** Those whom policies may see in place of {@code client}. */
  List<Endpoint> seen(Endpoint.External client, ServiceEntry service, List<AnswerEnd> outside) {
    boolean settled = reading.settled().containsKey(Knob.SNAT_SOURCE);
    boolean asClient = !settled || reading.isPermissive(Knob.SNAT_SOURCE);
    boolean asOther = !settled || !reading.isPermissive(Knob.SNAT_SOURCE);
    List<Endpoint> seen = new ArrayList<>();
    // A node that keeps clients' addresses does so whatever is settled for the others.
    if (asClient || service.keepsClients()) {
      seen.add(client);
    }
    if (asOther && !service.keepsClients()) {
      seen.addAll(world.nodes());
      seen.add(SOME_NODE);
    }
    if (asOther && service.type() == ServiceEntry.Type.LOAD_BALANCER) {
      for (AnswerEnd place : outside) {
        if (!Objects.equals(place.endpoint(), client)
            && place.endpoint() instanceof Endpoint.External other
            && other.address().family() == client.address().family()) {
          seen.add(other);
        }
      }
    }
    return seen;
  }
}
