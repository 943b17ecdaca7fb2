package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import java.util.Optional;

/**
 * What a call goes through on its way to a pod.
 *
 * @param service the Service
 * @param port the port of it that is called; none where it is headless, and callers use the pods'
 * @param entrance the Ingress or route that forwards to it; none for a caller that names it
 */
public record ServiceCall(
    ServiceEntry service, Optional<ServicePort> port, Optional<Entrance> entrance) {
  /** {@code svc/shop/web}, as questions name it. */
  public String label() {
    return "svc/" + service;
  }
}
