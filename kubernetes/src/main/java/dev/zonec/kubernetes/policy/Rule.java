package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * One ingress or egress rule: any of its peers on any of its ports.
 *
 * @param peers none means anyone
 * @param ports none means everything
 * @param span the rule in its manifest
 */
public record Rule(List<Peer> peers, List<PolicyPort> ports, Span span) {
  /** Copies the lists. */
  public Rule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }
}
