package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import java.util.List;

/**
 * A port of a pod that callers outside the cluster reach, while the pod sees another source than
 * the caller.
 *
 * @param pod the pod; if no manifest shows a pod that the Service selects, one with the labels of
 *     its selector
 * @param port the port of the pod
 * @param seenAs the source that the pod sees
 */
public record ExternalAccess(Endpoint.Pod pod, Transport.Ported port, SeenAs seenAs) {
  /** The source that the pod sees, and the object that causes it. */
  public sealed interface SeenAs {
    /** The caller comes through a NodePort or LoadBalancer Service, and the pod sees a node. */
    record Node(ServiceEntry service) implements SeenAs {}

    /** The caller comes through an Ingress or route, and the pod sees a pod of the controller. */
    record ControllerPod(Entrance entrance) implements SeenAs {}
  }

  /** Whether a statement about {@code service} of {@code to} is about the port of the pod. */
  boolean isMeantBy(List<Party> to, Service service) {
    return to.stream().anyMatch(party -> party.contains(pod)) && Intent.opens(service, port, pod);
  }
}
