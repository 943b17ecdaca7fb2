package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.proof.ReplayMismatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;

/** Evaluates the connections that the engine found again with the concrete semantics. */
record HopReplay(Semantics semantics, boolean permissive) {
  /**
   * Returns the decision that allows the connection, for an address family that both ends have.
   *
   * @throws ReplayMismatch if the semantics allows the connection in no family under MAY, or not in
   *     every family under MUST
   */
  Decision decide(Endpoint from, Endpoint to, Transport transport) {
    List<Decision> allowing = new ArrayList<>();
    List<Family> families = Connection.families(from, to);
    for (Family family : families) {
      Decision decision = semantics.decide(new Connection(from, to, family, transport));
      if (decision.isAllowed()) {
        allowing.add(decision);
      }
    }
    if (allowing.size() < (permissive ? 1 : families.size())) {
      throw new ReplayMismatch(from + " -> " + to + " on " + transport + " is not allowed");
    }
    return allowing.getFirst();
  }
}
