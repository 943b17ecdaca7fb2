package dev.zonec.compiler.emit;

import dev.zonec.model.net.PortSet;
import java.util.List;

/**
 * A rule that admits each of {@code peers} on each of {@code ports}.
 *
 * @param peers at least one peer, sorted
 */
record PlannedRule(PortSet ports, List<PlannedPeer> peers) {
  /** Copies the peers and rejects an empty list, which Kubernetes would read as every end. */
  PlannedRule {
    peers = List.copyOf(peers);
    if (peers.isEmpty()) {
      throw new IllegalArgumentException("a rule needs at least one peer");
    }
  }
}
