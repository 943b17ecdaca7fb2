package dev.zonec.verifier.proof;

/** A certificate that does not fit the inputs. The reason is a clause that names the field. */
final class InvalidCertificate extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  InvalidCertificate(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
