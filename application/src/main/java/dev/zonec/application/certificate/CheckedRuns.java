package dev.zonec.application.certificate;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.NamespaceExtent;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.Verification;

/** Hands runs of a verification to the checker. */
public final class CheckedRuns {
  private CheckedRuns() {}

  /**
   * Returns the run for the checker.
   *
   * @param verification the verification of the run, in the ranges of its addresses
   */
  public static CheckedRun of(Verification verification, CertifiedRun run) {
    return new CheckedRun(
        verification.world(),
        verification.program(),
        verification.may(),
        run.disjoint(),
        verification.scope().excluded(verification.program()),
        verification.program().namespacesDeclared()
            ? NamespaceExtent.DECLARED
            : NamespaceExtent.ANY,
        verification.scope().standIns());
  }
}
