package dev.zonec.application.adversary;

import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.finding.Findings;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.List;

/**
 * The assertions against compromised nodes.
 *
 * <p>A connection with a node does not depend on whether blocks match pods. An assertion about
 * single connections therefore holds if and only if it holds with trusted nodes, and with nodes
 * whose blocks match no pod. For paths, the latter gives counterexamples only, and the proof may
 * let the blocks of nodes admit pods too.
 *
 * @param base the verification with trusted nodes
 * @param trusted its verdicts
 */
record NodeVerdicts(Verification base, PolicyOrigins origins, Verdicts trusted) {
  private static final String PATHS =
      "the path may need addresses of nodes that pods have too, or more hops; declare `cluster {"
          + " pods …  nodes … }`";

  private static final String HOSTS = "pods on the host network count as pods, and not as nodes";

  private static final String ELSEWHERE = "nodes have addresses outside of their range";

  /** Returns one cell for each of {@code assertions}. */
  List<Cell> cells(List<Assertion> assertions) {
    HostileNodes seen = HostileNodes.seen(base);
    HostileNodes anywhere = HostileNodes.anywhere(base);
    boolean wider = !seen.blocks().equals(anywhere.blocks());
    boolean limited =
        assertions.stream()
            .anyMatch(
                assertion ->
                    assertion instanceof Assertion.NoPath path && path.within().isPresent());
    Verdicts certain = verdicts(seen.withoutPods(false));
    Verdicts connections = wider || limited ? verdicts(anywhere.withoutPods(true)) : certain;
    boolean needed =
        anywhere.matchPods()
            && assertions.stream()
                .anyMatch(
                    assertion ->
                        assertion instanceof Assertion.NoPath
                            && connections.cell(assertion) instanceof Cell.Holds);
    Verdicts paths = needed ? verdicts(anywhere.withPods()) : connections;
    List<Cell> cells = new ArrayList<>();
    for (Assertion assertion : assertions) {
      Verdicts whole = assertion instanceof Assertion.NoPath ? paths : connections;
      Cell cell = cell(assertion, certain, whole);
      cells.add(
          cell instanceof Cell.Holds && anywhere.governsHosts() ? new Cell.Open(HOSTS) : cell);
    }
    return cells;
  }

  /**
   * @param certain the verdicts whose counterexamples exist
   * @param whole the verdicts that cover everything that a node can do
   */
  private Cell cell(Assertion assertion, Verdicts certain, Verdicts whole) {
    Cell before = trusted.cell(assertion);
    // A node that drops connections is not modelled, so what is required stays as it is.
    if (assertion instanceof Assertion.Reachable || !(before instanceof Cell.Holds)) {
      return before;
    }
    Cell found = certain.cell(assertion);
    if (!(found instanceof Cell.Holds)) {
      return found;
    }
    Cell proved = whole.cell(assertion);
    return proved instanceof Cell.Breaks
        ? new Cell.Open(assertion instanceof Assertion.NoPath ? PATHS : ELSEWHERE)
        : proved;
  }

  private Verdicts verdicts(Verification verification) {
    return Verdicts.of(verification.ofAssertions(), new Findings(verification.program(), origins));
  }
}
