package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.model.program.Flow;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.List;

/**
 * Reports single connections that are allowed or blocked against the program.
 *
 * @param origins the origins of the policies
 * @param blame finds the place of a finding
 */
record ConnectionText(PolicyOrigins origins, Blame blame) {
  /** Returns the diagnostic of an undeclared connection. */
  Diagnostic undeclared(Finding.UndeclaredConnection found) {
    FindingHop hop = found.hop();
    Diagnostic diagnostic =
        new Diagnostic(
            VerificationReport.severity(found),
            Code.ZC0506,
            "a connection that no flow declares is allowed: " + HopText.connection(hop),
            blame.of(hop),
            "",
            List.of(HopText.path(List.of(hop), origins)));
    return blame.withOrigins(diagnostic, List.of(hop));
  }

  /** Returns the diagnostic of a blocked flow. */
  Diagnostic blockedFlow(Finding.BlockedFlow found) {
    Flow flow = found.flow();
    return new Diagnostic(
        VerificationReport.severity(found),
        Code.ZC0507,
        "a declared flow is blocked: " + flow,
        Place.at(flow.span()),
        flow.implied() ? "dns is allowed here" : "blocked",
        List.of(HopText.blocked(found.hop(), origins)));
  }

  /** Returns the diagnostic of a blocked connection that the program does not restrict. */
  Diagnostic blockedConnection(Finding.BlockedConnection found) {
    FindingHop hop = found.hop();
    return new Diagnostic(
        VerificationReport.severity(found),
        Code.ZC0514,
        "policies block a connection that the program does not restrict: "
            + HopText.connection(hop),
        hop.blocking().stream().findFirst().map(Blame::of).orElseGet(Place.Nowhere::new),
        "",
        List.of(HopText.blocked(hop, origins)));
  }
}
