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
 * Lists the sources that policies may see when a client outside the cluster connects through a
 * Service: the client, a load balancer, or any node, including the pod's own node ({@link
 * Knob#SNAT_SOURCE}). Under MAY, the connection is allowed if one of these sources is admitted;
 * under MUST, if all of them are.
 */
final class SnatSources {
  /** A node that no manifest declares. */
  static final Endpoint SOME_NODE = new Endpoint.Node("", Map.of(), List.of());

  private final World world;
  private final Reading reading;

  SnatSources(World world, Reading reading) {
    this.world = world;
    this.reading = reading;
  }

  /**
   * Whether the connection from {@code client} is allowed.
   *
   * @param service the Service, which is reachable from outside
   * @param outside the addresses that a load balancer may have
   * @param admits whether the pod admits a source
   */
  boolean isAllowed(
      Endpoint.External client,
      ServiceEntry service,
      List<AnswerEnd> outside,
      Predicate<Endpoint> admits) {
    List<Endpoint> seen = seen(client, service, outside);
    return reading.permissive() ? seen.stream().anyMatch(admits) : seen.stream().allMatch(admits);
  }

  /** Returns the sources that policies may see for {@code client}. */
  List<Endpoint> seen(Endpoint.External client, ServiceEntry service, List<AnswerEnd> outside) {
    boolean settled = reading.settled().containsKey(Knob.SNAT_SOURCE);
    boolean asClient = !settled || reading.isPermissive(Knob.SNAT_SOURCE);
    boolean asOther = !settled || !reading.isPermissive(Knob.SNAT_SOURCE);
    List<Endpoint> seen = new ArrayList<>();
    // With externalTrafficPolicy: Local, nodes keep the client's address whatever the knob says.
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
