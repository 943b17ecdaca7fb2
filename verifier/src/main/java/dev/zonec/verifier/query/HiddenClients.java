package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.address.ClusterAddresses;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.world.Backend;
import dev.zonec.verifier.world.Backends;
import dev.zonec.verifier.world.World;
import dev.zonec.verifier.world.service.ServiceEntry;
import dev.zonec.verifier.world.service.ServicePort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds claims that somebody outside reaches a pod, where the Service that leads there puts the
 * address of a node in front of the caller's ({@link Knob#SNAT_SOURCE}) and nodes are not let in:
 * the claim may be proved of the caller's address and calls through the Service still be blocked.
 */
public final class HiddenClients {
  /** A node of which nothing is known. */
  private static final Endpoint SOME_NODE = new Endpoint.Node("", Map.of(), List.of());

  /** A claim, and a Service that hides the callers that it is about. */
  public record Hidden(Assertion.Reachable claim, ServiceEntry service, Transport.Ported port) {}

  private final World world;
  private final ZoneProgram program;
  private final Semantics must;

  private HiddenClients(World world, ZoneProgram program, Reading may) {
    this.world = world;
    this.program = program;
    this.must =
        new Semantics(
            world,
            may.withPermissive(false),
            new ClusterAddresses(world, program.cluster()).seen());
  }

  /** Each claim with the first Service that hides its callers. */
  public static List<Hidden> of(World world, ZoneProgram program, Reading may) {
    List<Hidden> found = new ArrayList<>();
    if (Knob.SNAT_SOURCE.permissive().equals(may.settled().get(Knob.SNAT_SOURCE))) {
      return found;
    }
    HiddenClients clients = new HiddenClients(world, program, may);
    for (Assertion assertion : program.assertions()) {
      if (assertion instanceof Assertion.Reachable claim
          && claim.from().stream().anyMatch(Party.Addresses.class::isInstance)) {
        clients.hiding(claim).stream().findFirst().ifPresent(found::add);
      }
    }
    return found;
  }

  private List<Hidden> hiding(Assertion.Reachable claim) {
    List<Hidden> found = new ArrayList<>();
    for (ServiceEntry service : world.services()) {
      if (service.reachedFromOutside() && !service.keepsClients()) {
        for (ServicePort port : service.ports()) {
          for (Backend backend : new Backends(world).of(service, port)) {
            Transport.Ported target = new Transport.Ported(port.protocol(), backend.port());
            if (isMeant(claim, backend.endpoint(), target) && !letsNodesIn(backend, target)) {
              found.add(new Hidden(claim, service, target));
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean isMeant(Assertion.Reachable claim, Endpoint pod, Transport.Ported port) {
    return claim.to().stream().anyMatch(party -> party.contains(pod))
        && Intent.opens(claim.service(), port, pod);
  }

  private boolean letsNodesIn(Backend backend, Transport.Ported port) {
    return Arrays.stream(dev.zonec.model.net.Family.values())
        .filter(family -> !program.cluster().podAddresses(family).isEmpty())
        .allMatch(
            family ->
                must.decide(new Connection(SOME_NODE, backend.endpoint(), family, port))
                    .isAllowed());
  }
}
