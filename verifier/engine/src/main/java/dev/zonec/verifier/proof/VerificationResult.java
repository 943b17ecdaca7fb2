package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Waiver;
import java.util.List;

/**
 * What came of a run.
 *
 * @param findings each claim with its verdict, in the order in which they are reported
 * @param assumed the zones that were taken to share no pod without proof
 * @param unusedWaivers the waivers that take nothing out of their assertions
 * @param questions how many questions were put to the solver
 */
public record VerificationResult(
    List<Finding> findings,
    List<Disjointness.Pair> assumed,
    List<Waiver> unusedWaivers,
    int questions) {
  /** Copies the lists. */
  public VerificationResult {
    findings = List.copyOf(findings);
    assumed = List.copyOf(assumed);
    unusedWaivers = List.copyOf(unusedWaivers);
  }

  /** A claim and its verdict. */
  public record Finding(Claim claim, Verdict verdict) {}

  /** Whether every claim is proved, but for what is waived. */
  public boolean allProved() {
    return findings.stream()
        .allMatch(
            finding ->
                finding.verdict() instanceof Verdict.Proved
                    || finding.verdict() instanceof Verdict.Waived);
  }

  /** Whether some claim is refuted or is about an empty zone. */
  public boolean anyRefuted() {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.verdict() instanceof Verdict.Refuted
                    || finding.verdict() instanceof Verdict.EmptyParty);
  }
}
