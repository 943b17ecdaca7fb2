package dev.zonec.application.certificate;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.verifier.proof.CertifiedRun;
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

  /** Returns the run itself. */
  CertifiedRun run() {
    return variant.runs().getFirst();
  }

  /** Returns the prefix of messages about the run, such as {@code env=prod: }. */
  String prefix() {
    return variant.label().isEmpty() ? "" : variant.label() + ": ";
  }
}
