package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import java.util.Optional;

/**
 * The Service through which a caller reaches a pod.
 *
 * @param service the Service
 * @param port the port of the Service; empty if the Service is headless, and callers use the pods'
 *     ports
 * @param entrance the Ingress or route that forwards to the Service; empty if the caller names the
 *     Service itself
 */
public record ServiceCall(
    ServiceEntry service, Optional<ServicePort> port, Optional<Entrance> entrance) {
  /** Returns the name of the Service in questions, such as {@code svc/shop/web}. */
  public String label() {
    return "svc/" + service;
  }
}
