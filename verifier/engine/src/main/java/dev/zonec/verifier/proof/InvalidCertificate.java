package dev.zonec.verifier.proof;

/** A certificate that does not fit the inputs. The message is a clause that names the field. */
public final class InvalidCertificate extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message. */
  public InvalidCertificate(String message) {
    super(message);
  }
}
