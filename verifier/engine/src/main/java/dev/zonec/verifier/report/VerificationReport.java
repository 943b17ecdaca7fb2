package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.Findings;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns findings into diagnostics.
 *
 * @param program the program that was verified
 * @param origins where policies come from
 */
public record VerificationReport(ZoneProgram program, PolicyOrigins origins) {
  private static final int MOST_ALIKE = 2;

  /** Where no policy is known to come from the program. */
  public VerificationReport(ZoneProgram program) {
    this(program, PolicyOrigins.NONE);
  }

  /** What is to be said of {@code result}, in the order of its findings. */
  public List<Diagnostic> diagnostics(VerificationResult result) {
    List<Diagnostic> out = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    for (Finding finding : new Findings(program, origins).of(result)) {
      boolean repeated =
          finding instanceof Finding.Inconclusive(var id, var claim, String reason)
              && reasons.merge(reason, 1, Integer::sum) > MOST_ALIKE;
      if (!repeated) {
        diagnostic(finding).ifPresent(out::add);
      }
    }
    result.unusedWaivers().forEach(waiver -> out.add(WaiverText.unused(waiver, result)));
    reasons.forEach(
        (reason, count) -> {
          if (count > MOST_ALIKE) {
            out.add(more(count - MOST_ALIKE, reason));
          }
        });
    return out;
  }

  /** What is to be said of one finding; nothing of a claim that holds or that is moot. */
  public Optional<Diagnostic> diagnostic(Finding finding) {
    Blame blame = new Blame(program, origins);
    ConnectionText connections = new ConnectionText(origins, blame);
    return switch (finding) {
      case Finding.Holds holds -> Optional.empty();
      case Finding.HoldsWithWaivers waived -> Optional.empty();
      case Finding.Moot moot -> Optional.empty();
      case Finding.UndeclaredConnection found -> Optional.of(connections.undeclared(found));
      case Finding.BlockedFlow found -> Optional.of(connections.blockedFlow(found));
      case Finding.BlockedConnection found -> Optional.of(connections.blockedThoughFree(found));
      case Finding.UndeclaredPaths found ->
          Optional.of(new UndeclaredPathText(origins, blame).of(found));
      case Finding.BrokenAssertion found ->
          Optional.of(new AssertionText(program, origins, blame).broken(found));
      case Finding.Unreachable found ->
          Optional.of(new AssertionText(program, origins, blame).unreachable(found));
      case Finding.SharedPod found ->
          Optional.of(DisjointText.inBoth(found.zones(), found.workload()));
      case Finding.Inconclusive inconclusive -> Optional.of(InconclusiveText.of(inconclusive));
      case Finding.EmptyAssertion empty ->
          Optional.of(AssertionText.empty(empty.assertion(), empty.party()));
      case Finding.EmptyDisjointness empty ->
          Optional.of(DisjointText.empty(empty.zones(), empty.party()));
    };
  }

  private static Diagnostic more(int count, String reason) {
    return Diagnostic.error(
        Code.ZC0510,
        (count == 1 ? "1 more claim is" : count + " more claims are") + " inconclusive: " + reason);
  }

  /** How much a violation weighs: one that may not be real is a warning. */
  static Severity severity(Finding.Violation violation) {
    return switch (violation.certainty()) {
      case CERTAIN -> Severity.ERROR;
      case PROVISIONAL -> Severity.WARNING;
    };
  }
}
