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

/** Decides what the engine found once more in the concrete semantics. */
record HopReplay(Semantics semantics, boolean permissive) {
  /**
   * The decision that allows the connection, in a family that carries it.
   *
   * @throws ReplayMismatch if the semantics does not allow it as the reading asks: in one family
   *     under MAY, in each under MUST
   */
  Decision decide(Endpoint from, Endpoint to, Transport transport) {
    List<Decision> allowing = new ArrayList<>();
    List<Family> families = families(from, to);
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

  /** The families that may carry a connection between two ends. */
  static List<Family> families(Endpoint from, Endpoint to) {
    for (Endpoint end : List.of(from, to)) {
      if (end instanceof Endpoint.External external) {
        return List.of(external.address().family());
      }
    }
    return List.of(Family.values());
  }
}
