package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.proof.VerificationResult.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    for (Finding finding : result.findings()) {
      switch (finding.verdict()) {
        case Verdict.Proved proved -> {}
        case Verdict.Waived waived -> {}
        case Verdict.Refuted(var counterexamples) ->
            out.addAll(refuted(finding.claim(), counterexamples, Severity.ERROR));
        case Verdict.Inconclusive(var reason, var provisional) -> {
          out.addAll(refuted(finding.claim(), provisional, Severity.WARNING));
          if (!isMoot(finding, result) && reasons.merge(reason, 1, Integer::sum) <= MOST_ALIKE) {
            out.add(inconclusive(finding.claim(), reason));
          }
        }
        case Verdict.Vacuous(var party) -> out.add(emptyZone(finding.claim(), party));
      }
    }
    result.unusedWaivers().forEach(waiver -> out.add(WaiverText.unused(waiver, result)));
    reasons.forEach(
        (reason, count) -> {
          if (count > MOST_ALIKE) {
            out.add(
                Diagnostic.error(
                    Code.ZC0510,
                    (count - MOST_ALIKE == 1
                            ? "1 more claim is"
                            : (count - MOST_ALIKE) + " more claims are")
                        + " inconclusive: "
                        + reason));
          }
        });
    return out;
  }

  /**
   * Whether an inconclusive claim is not worth a message: nothing is said of undeclared paths while
   * some claim is refuted or is about an empty zone, since that has to be dealt with first.
   */
  private static boolean isMoot(Finding finding, VerificationResult result) {
    return finding.claim() instanceof Claim.NoUndeclaredPath && result.anyRefuted();
  }

  private List<Diagnostic> refuted(
      Claim claim, List<Counterexample> counterexamples, Severity severity) {
    if (counterexamples.isEmpty()) {
      return List.of();
    }
    Blame blame = new Blame(program, origins);
    ConnectionText connections = new ConnectionText(origins, blame);
    return switch (claim) {
      case Claim.NoExtra noExtra ->
          counterexamples.stream()
              .map(c -> connections.undeclared(c, severity))
              .distinct()
              .toList();
      case Claim.NothingMissing missing ->
          counterexamples.stream()
              .map(c -> connections.blockedFlow(c, severity))
              .distinct()
              .toList();
      case Claim.LeftFree free ->
          counterexamples.stream()
              .map(c -> connections.blockedThoughFree(c, severity))
              .distinct()
              .toList();
      case Claim.NoUndeclaredPath path ->
          List.of(new UndeclaredPathText(origins, blame).of(counterexamples, severity));
      case Claim.NoSharedPod(var zones) ->
          counterexamples.stream()
              .map(c -> DisjointText.inBoth(zones, ((Counterexample.InBoth) c).workload()))
              .toList();
      case Claim.Asserted(Assertion assertion) ->
          List.of(
              new AssertionText(program, origins, blame)
                  .violated(assertion, counterexamples.getFirst(), severity));
    };
  }

  private static Diagnostic inconclusive(Claim claim, String reason) {
    String what =
        switch (claim) {
          case Claim.NoExtra c -> "`no undeclared connection`";
          case Claim.NothingMissing c -> "`no blocked flow`";
          case Claim.LeftFree c -> "`nothing blocked that is left free`";
          case Claim.NoUndeclaredPath c -> "`no undeclared path`";
          case Claim.NoSharedPod(var zones) -> "`" + zones + " share no pod`";
          case Claim.Asserted(Assertion assertion) -> "assertion `" + assertion.name() + "`";
        };
    return new Diagnostic(
        Severity.ERROR,
        Code.ZC0510,
        what + " is inconclusive: " + reason,
        claim instanceof Claim.Asserted(Assertion assertion)
            ? Place.at(assertion.span())
            : new Place.Nowhere(),
        "",
        List.of());
  }

  private static Diagnostic emptyZone(Claim claim, String party) {
    if (claim instanceof Claim.NoSharedPod(var zones)) {
      return DisjointText.empty(zones, party);
    }
    Assertion assertion = ((Claim.Asserted) claim).assertion();
    return Diagnostic.error(
            Code.ZC0509,
            assertion.span(),
            "assertion `"
                + assertion.name()
                + "` is about an empty zone: nothing can be in `"
                + party
                + "`")
        .note("every statement about an empty zone holds")
        .help("correct its selectors, or pass the manifests of its namespaces");
  }
}
