package dev.zonec.verifier.proof;

/**
 * Two engines disagree about a connection or path. This is a bug in zonec and never a finding about
 * the user's policies.
 */
public final class ReplayMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the statement of one engine that another refutes
   */
  public ReplayMismatch(String message) {
    super(message);
  }
}
