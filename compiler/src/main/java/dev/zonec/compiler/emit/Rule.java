package dev.zonec.compiler.emit;

import dev.zonec.model.net.PortSet;
import java.util.List;

/**
 * Every one of {@code peers} on every one of {@code ports}.
 *
 * @param peers at least one, sorted
 */
record Rule(PortSet ports, List<Peer> peers) {
  /** Copies the peers, and refuses none: Kubernetes would read that as anybody. */
  Rule {
    peers = List.copyOf(peers);
    if (peers.isEmpty()) {
      throw new IllegalArgumentException("a rule for nobody");
    }
  }
}
