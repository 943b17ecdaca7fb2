package dev.zonec.application.adversary;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds nodes to the ends of paths. No policy governs connections between nodes and other addresses,
 * and proofs have no such hops. A path that starts or ends at an address can therefore start or end
 * at a node.
 *
 * @param nodes the compromised nodes
 * @param limited whether this also applies to paths with a limit of hops, whose missing hop is then
 *     not counted
 */
record NodePaths(Party.Addresses nodes, boolean limited) {
  /** Returns {@code assertion} with nodes among its ends. */
  Assertion of(Assertion assertion) {
    return assertion
                instanceof
                Assertion.NoPath(var name, var from, var to, var via, var within, var span)
            && (limited || within.isEmpty())
        ? new Assertion.NoPath(name, with(from), with(to), via, within, span)
        : assertion;
  }

  private List<Party> with(List<Party> ends) {
    if (ends.stream().noneMatch(Party::hasAddresses)) {
      return ends;
    }
    List<Party> all = new ArrayList<>(ends);
    all.add(nodes);
    return all;
  }
}
