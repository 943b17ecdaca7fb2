package dev.zonec.verifier.closed.rule;

import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.endpoint.EndpointSignature;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the classes that represent the node of a pod: nodes, and host-network pods that are treated
 * as their nodes.
 */
final class OwnNodes {
  private final EquivalenceClasses classes;
  private final PeerRows peers;
  private final Map<Query, BitRow> rows = new HashMap<>();

  private record Query(String node, boolean may) {}

  OwnNodes(EquivalenceClasses classes, PeerRows peers) {
    this.classes = classes;
    this.peers = peers;
  }

  /**
   * Returns the classes that represent the node called {@code node}, which is empty if unknown.
   *
   * @param may whether an unknown node counts as the pod's own
   */
  BitRow of(String node, boolean may) {
    return rows.computeIfAbsent(new Query(node, may), q -> evaluate(node, may));
  }

  private BitRow evaluate(String node, boolean may) {
    BitRow row = BitRow.empty(classes.size());
    for (int c = 0; c < classes.size(); c++) {
      EndpointSignature representative = classes.representative(c);
      boolean isNode =
          representative.kind() == EndpointSignature.Kind.NODE || peers.isSeenAsNode(c);
      boolean known = !node.isEmpty() && !representative.node().isEmpty();
      if (isNode && (known ? representative.node().equals(node) : may)) {
        row.set(c);
      }
    }
    return row;
  }
}
