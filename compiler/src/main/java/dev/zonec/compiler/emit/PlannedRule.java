package dev.zonec.compiler.emit;

import dev.zonec.model.net.PortSet;
import java.util.List;

/**
 * Every one of {@code peers} on every one of {@code ports}.
 *
 * @param peers at least one, sorted
 */
record PlannedRule(PortSet ports, List<PlannedPeer> peers) {
  /** Copies the peers, and refuses none: Kubernetes would read that as anybody. */
  PlannedRule {
    peers = List.copyOf(peers);
    if (peers.isEmpty()) {
      throw new IllegalArgumentException("a rule for nobody");
    }
  }
}
