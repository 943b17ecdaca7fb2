package dev.zonec.verifier.proof;

import java.util.List;

/**
 * What came of a run.
 *
 * @param findings each claim with its verdict, in the order in which they are reported
 * @param questions how many questions were put to the solver
 */
public record VerificationResult(List<Finding> findings, int questions) {
  /** Copies the findings. */
  public VerificationResult {
    findings = List.copyOf(findings);
  }

  /** A claim and its verdict. */
  public record Finding(Claim claim, Verdict verdict) {}

  /** Whether every claim is proved. */
  public boolean allProved() {
    return findings.stream().allMatch(finding -> finding.verdict() instanceof Verdict.Proved);
  }

  /** Whether some claim is refuted or says nothing. */
  public boolean anyRefuted() {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.verdict() instanceof Verdict.Refuted
                    || finding.verdict() instanceof Verdict.Vacuous);
  }
}
