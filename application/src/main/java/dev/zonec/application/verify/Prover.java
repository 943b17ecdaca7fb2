package dev.zonec.application.verify;

import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;

/** Runs verifications. */
@FunctionalInterface
public interface Prover {
  /** Proves every claim from the start. */
  Prover FROM_THE_START = (variant, verification) -> verification.run();

  /**
   * Returns the verdict on every claim.
   *
   * @param variant the label of the variant of the program; empty if there is only one
   */
  VerificationResult prove(String variant, Verification verification);
}
