package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Transport;

/**
 * A port of a pod to which callers outside the cluster are led with another address than their own.
 *
 * @param pod who is called; a pod that the Service selects, where the manifests show none
 * @param port on which of its ports
 * @param seenAs whose address the pod sees
 */
public record ExternalAccess(Endpoint.Pod pod, Transport.Ported port, SeenAs seenAs) {
  /** What leads there. */
  public sealed interface SeenAs {
    /** A NodePort or LoadBalancer Service: the caller comes as a node. */
    record Node(ServiceEntry service) implements SeenAs {}

    /** An Ingress or route: the caller comes as a pod of its controller. */
    record ControllerPod(Entrance entrance) implements SeenAs {}
  }
}
