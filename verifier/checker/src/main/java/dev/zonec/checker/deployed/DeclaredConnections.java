package dev.zonec.checker.deployed;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/**
 * The connections between listed ends that the program declares (spec/language.md, The intent).
 *
 * @param program the program
 * @param members which ends are in which parties
 */
record DeclaredConnections(ZoneProgram program, Members members) {
  /** Whether an end of the connection is in a zone. */
  boolean concerns(ListedConnection listed) {
    return members.isInAny(listed.source(), program.zones())
        || members.isInAny(listed.destination(), program.zones());
  }

  /** Whether both ends agree to the connection. */
  boolean declares(ListedConnection listed) {
    return agrees(listed, Direction.EGRESS) && agrees(listed, Direction.INGRESS);
  }

  private boolean agrees(ListedConnection listed, Direction direction) {
    boolean out = direction == Direction.EGRESS;
    int self = out ? listed.source() : listed.destination();
    for (Party.Zone zone : program.zones()) {
      boolean denied = out ? zone.denied().egress() : zone.denied().ingress();
      if (denied && members.isIn(self, zone)) {
        return program.flows().stream()
            .filter(out ? Flow::opensEgress : Flow::opensIngress)
            .anyMatch(flow -> covers(flow, listed));
      }
    }
    return true;
  }

  /** Whether the flow covers the connection. */
  boolean covers(Flow flow, ListedConnection listed) {
    return members.isIn(listed.source(), flow.from())
        && members.isIn(listed.destination(), flow.to())
        && Intent.opens(
            flow.service(), listed.connection().transport(), listed.connection().destination());
  }

  /** Returns the flows that cover connections between the two ends on some port. */
  List<Flow> flows(int source, int destination) {
    return program.flows().stream()
        .filter(flow -> members.isIn(source, flow.from()) && members.isIn(destination, flow.to()))
        .toList();
  }
}
