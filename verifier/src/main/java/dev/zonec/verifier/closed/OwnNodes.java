package dev.zonec.verifier.closed;

import java.util.HashMap;
import java.util.Map;

/** The classes that are the node of some pod: nodes, and pods that are treated as theirs. */
final class OwnNodes {
  private final Classes classes;
  private final PeerRows peers;
  private final boolean permissive;
  private final Map<String, long[]> rows = new HashMap<>();

  /**
   * @param permissive whether nodes that are not known count as the same
   */
  OwnNodes(Classes classes, PeerRows peers, boolean permissive) {
    this.classes = classes;
    this.peers = peers;
    this.permissive = permissive;
  }

  /** The classes that are the node of a pod on {@code node}, which may be unknown. */
  long[] of(String node) {
    return rows.computeIfAbsent(node, this::evaluate);
  }

  private long[] evaluate(String node) {
    long[] row = BitRow.empty(classes.size());
    for (int c = 0; c < classes.size(); c++) {
      Unit unit = classes.unit(c);
      boolean isNode = unit.kind() == Unit.Kind.NODE || peers.isSeenAsNode(c);
      boolean known = !node.isEmpty() && !unit.node().isEmpty();
      if (isNode && (known ? unit.node().equals(node) : permissive)) {
        BitRow.set(row, c);
      }
    }
    return row;
  }
}
