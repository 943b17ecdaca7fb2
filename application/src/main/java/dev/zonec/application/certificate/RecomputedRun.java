package dev.zonec.application.certificate;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.NamespaceExtent;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.Verification;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A run of a certificate that was computed again.
 *
 * @param variant the run with its obligations
 * @param checked the same run for the checker, which encodes it anew
 * @param needed the addresses that the variant needs a run for
 * @param document the run in {@code certificate.json}
 */
record RecomputedRun(
    CertifiedVariant variant,
    CheckedRun checked,
    List<CertifiedRun.Addresses> needed,
    JsonNode document) {
  /** Copies the list. */
  RecomputedRun {
    needed = List.copyOf(needed);
  }

  /**
   * Returns the run for the checker.
   *
   * @param verification the verification of the run, in the ranges of its addresses
   */
  static CheckedRun checked(Verification verification, CertifiedRun run) {
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

  /** Returns the run itself. */
  CertifiedRun run() {
    return variant.runs().getFirst();
  }

  /** Returns the prefix of messages about the run, such as {@code env=prod: }. */
  String prefix() {
    return variant.label().isEmpty() ? "" : variant.label() + ": ";
  }
}
