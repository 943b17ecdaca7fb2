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

  /** Returns one result for each of {@code assertions}. */
  List<AdversaryResult> results(List<Assertion> assertions) {
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
                            && connections.result(assertion) instanceof AdversaryResult.Holds);
    Verdicts paths = needed ? verdicts(anywhere.withPods()) : connections;
    List<AdversaryResult> results = new ArrayList<>();
    for (Assertion assertion : assertions) {
      Verdicts whole = assertion instanceof Assertion.NoPath ? paths : connections;
      AdversaryResult result = result(assertion, certain, whole);
      results.add(
          result instanceof AdversaryResult.Holds
                  && !(assertion instanceof Assertion.Reachable)
                  && anywhere.governsHosts()
              ? new AdversaryResult.Open(HOSTS)
              : result);
    }
    return results;
  }

  /**
   * @param certain the verdicts whose counterexamples exist
   * @param whole the verdicts that cover everything that a node can do
   */
  private AdversaryResult result(Assertion assertion, Verdicts certain, Verdicts whole) {
    AdversaryResult before = trusted.result(assertion);
    // A node that drops connections is not modelled, so what is required stays as it is.
    if (assertion instanceof Assertion.Reachable || !(before instanceof AdversaryResult.Holds)) {
      return before;
    }
    AdversaryResult found = certain.result(assertion);
    if (!(found instanceof AdversaryResult.Holds)) {
      return found;
    }
    AdversaryResult proved = whole.result(assertion);
    return proved instanceof AdversaryResult.Breaks
        ? new AdversaryResult.Open(assertion instanceof Assertion.NoPath ? PATHS : ELSEWHERE)
        : proved;
  }

  private Verdicts verdicts(Verification verification) {
    return Verdicts.of(verification.ofAssertions(), new Findings(verification.program(), origins));
  }
}
