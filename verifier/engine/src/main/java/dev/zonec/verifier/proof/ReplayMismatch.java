package dev.zonec.verifier.proof;

/**
 * The concrete semantics disagrees with a counterexample: a bug in zonec, never a finding about the
 * user's policies.
 */
public final class ReplayMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was found and is not so
   */
  public ReplayMismatch(String message) {
    super(message);
  }
}
