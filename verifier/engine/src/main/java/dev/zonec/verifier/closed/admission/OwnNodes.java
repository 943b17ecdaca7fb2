package dev.zonec.verifier.closed.admission;

import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.endpoint.EndpointSignature;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.rule.PeerRows;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the classes that are the node of a pod: nodes, and host-network pods that are treated as
 * their nodes.
 */
final class OwnNodes {
  private final EquivalenceClasses classes;
  private final PeerRows peers;
  private final boolean permissive;
  private final Map<String, long[]> rows = new HashMap<>();

  /**
   * @param permissive whether an unknown node counts as the pod's own
   */
  OwnNodes(EquivalenceClasses classes, PeerRows peers, boolean permissive) {
    this.classes = classes;
    this.peers = peers;
    this.permissive = permissive;
  }

  /** Returns the classes that are the node called {@code node}, which is empty if unknown. */
  long[] of(String node) {
    return rows.computeIfAbsent(node, this::evaluate);
  }

  private long[] evaluate(String node) {
    long[] row = BitRow.empty(classes.size());
    for (int c = 0; c < classes.size(); c++) {
      EndpointSignature representative = classes.representative(c);
      boolean isNode =
          representative.kind() == EndpointSignature.Kind.NODE || peers.isSeenAsNode(c);
      boolean known = !node.isEmpty() && !representative.node().isEmpty();
      if (isNode && (known ? representative.node().equals(node) : permissive)) {
        BitRow.set(row, c);
      }
    }
    return row;
  }
}
