package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.List;

/**
 * Reports paths between parties that no declared connections make possible.
 *
 * @param origins the origins of the policies
 * @param blame finds the place of a finding
 */
record UndeclaredPathText(PolicyOrigins origins, Blame blame) {
  private static final int MOST_PAIRS = 8;

  /** Returns the diagnostic of undeclared paths, with one of the shortest paths. */
  Diagnostic of(Finding.UndeclaredPaths found) {
    List<String> pairs =
        found.pairs().stream().map(pair -> pair.from() + " ~> " + pair.to()).toList();
    Diagnostic diagnostic =
        new Diagnostic(
            VerificationReport.severity(found),
            Code.ZC0508,
            "lateral paths exist that no flows declare: " + ShortList.of(pairs, MOST_PAIRS),
            blame.of(undeclaredHop(found.hops())),
            "",
            List.of(HopText.path(found.hops(), origins)));
    return blame.withOrigins(diagnostic, found.hops());
  }

  /**
   * Returns the hop that is probably undeclared: the last one that a hand-written rule admits, or
   * else the last one.
   */
  private static FindingHop undeclaredHop(List<FindingHop> path) {
    return path.stream()
        .filter(hop -> hop.admitting().stream().anyMatch(rule -> !rule.generated()))
        .reduce((one, next) -> next)
        .orElseGet(path::getLast);
  }
}
