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
 * @param origins the origins of the policies
 */
public record VerificationReport(ZoneProgram program, PolicyOrigins origins) {
  private static final int MAX_PER_REASON = 2;

  /** Creates a report in which no policy is traced to the program. */
  public VerificationReport(ZoneProgram program) {
    this(program, PolicyOrigins.NONE);
  }

  /** Returns the diagnostics of {@code result}, in the order of its findings. */
  public List<Diagnostic> diagnostics(VerificationResult result) {
    return diagnostics(new Findings(program, origins).of(result), result);
  }

  /**
   * Returns the diagnostics of {@code findings}, in their order, and of the waivers of {@code
   * result}. Claims that are inconclusive for the same reason are counted from the third one on.
   */
  public List<Diagnostic> diagnostics(List<Finding> findings, VerificationResult result) {
    List<Diagnostic> out = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    for (Finding finding : findings) {
      boolean repeated =
          finding instanceof Finding.Inconclusive(var id, var claim, String reason)
              && reasons.merge(reason, 1, Integer::sum) > MAX_PER_REASON;
      if (!repeated && !(finding instanceof Finding.Accepted)) {
        diagnostic(finding).ifPresent(out::add);
      }
    }
    out.addAll(unusedWaivers(result));
    reasons.forEach(
        (reason, count) -> {
          if (count > MAX_PER_REASON) {
            out.add(moreInconclusive(count - MAX_PER_REASON, reason));
          }
        });
    return out;
  }

  /**
   * Returns the diagnostic of a finding; empty for a claim that holds or is moot. An accepted
   * violation has the diagnostic of the violation.
   */
  public Optional<Diagnostic> diagnostic(Finding finding) {
    Blame blame = new Blame(program, origins);
    ConnectionText connections = new ConnectionText(origins, blame);
    return switch (finding) {
      case Finding.Holds holds -> Optional.empty();
      case Finding.HoldsWithWaivers waived -> Optional.empty();
      case Finding.HoldsExceptAccepted accepted -> Optional.empty();
      case Finding.Accepted accepted -> diagnostic(accepted.violation());
      case Finding.Moot moot -> Optional.empty();
      case Finding.UndeclaredConnection found -> Optional.of(connections.undeclared(found));
      case Finding.BlockedFlow found -> Optional.of(connections.blockedFlow(found));
      case Finding.BlockedConnection found -> Optional.of(connections.blockedConnection(found));
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

  /** Returns a warning for each waiver that excuses nothing. */
  public static List<Diagnostic> unusedWaivers(VerificationResult result) {
    return result.unusedWaivers().stream()
        .map(waiver -> WaiverText.unused(waiver, result))
        .toList();
  }

  private static Diagnostic moreInconclusive(int count, String reason) {
    return Diagnostic.error(
        Code.ZC0510,
        (count == 1 ? "1 more claim is" : count + " more claims are") + " inconclusive: " + reason);
  }

  /** Returns the severity of a violation: a warning if the violation is provisional. */
  static Severity severity(Finding.Violation violation) {
    return switch (violation.certainty()) {
      case CERTAIN -> Severity.ERROR;
      case PROVISIONAL -> Severity.WARNING;
    };
  }
}
