package dev.zonec.application.certificate;

import dev.zonec.verifier.proof.Recomputed;

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

  /** Returns the part that was computed again. */
  static <T> T valid(Recomputed<T> recomputed) throws InvalidCertificate {
    return switch (recomputed) {
      case Recomputed.Part<T>(T value) -> value;
      case Recomputed.Invalid<T>(String reason) -> throw new InvalidCertificate(reason);
    };
  }
}
