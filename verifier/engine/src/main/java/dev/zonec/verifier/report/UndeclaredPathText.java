package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reports lateral paths that no flows declare.
 *
 * @param origins the flows that policies come from
 * @param blame finds the place of a finding
 */
record UndeclaredPathText(PolicyOrigins origins, Blame blame) {
  private static final int MOST_PAIRS = 8;

  Diagnostic of(Finding.UndeclaredPaths found) {
    int count = found.pairs().size();
    String pairs =
        found.pairs().stream()
            .limit(MOST_PAIRS)
            .map(pair -> pair.from() + " ~> " + pair.to())
            .collect(Collectors.joining(", "));
    String more = count > MOST_PAIRS ? " and " + (count - MOST_PAIRS) + " more" : "";
    Diagnostic diagnostic =
        new Diagnostic(
            VerificationReport.severity(found),
            Code.ZC0508,
            "lateral paths exist that no flows declare: " + pairs + more,
            blame.of(undeclaredHop(found.hops())),
            "",
            List.of(HopText.path(found.hops(), origins)));
    return blame.withOrigins(diagnostic, found.hops());
  }

  /** The last hop that a hand-written rule lets through; else the last is the likeliest. */
  private static FindingHop undeclaredHop(List<FindingHop> path) {
    return path.stream()
        .filter(hop -> hop.admitting().stream().anyMatch(rule -> !rule.generated()))
        .reduce((one, next) -> next)
        .orElseGet(path::getLast);
  }
}
