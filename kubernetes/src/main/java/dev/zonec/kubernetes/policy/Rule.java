package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * An ingress or egress rule: it admits each of its peers on each of its ports.
 *
 * @param peers the peers; empty for every end
 * @param ports the ports; empty for every protocol and port
 * @param span the rule in its manifest
 */
public record Rule(List<Peer> peers, List<PolicyPort> ports, Span span) {
  /** Copies the lists. */
  public Rule {
    peers = List.copyOf(peers);
    ports = List.copyOf(ports);
  }
}
