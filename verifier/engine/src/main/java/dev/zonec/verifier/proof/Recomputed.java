package dev.zonec.verifier.proof;

/**
 * A part of a certificate that was computed again from its inputs.
 *
 * @param <T> the part
 */
public sealed interface Recomputed<T> {
  /** The part. */
  record Part<T>(T value) implements Recomputed<T> {}

  /**
   * The certificate does not fit the inputs.
   *
   * @param reason the reason, as a clause that names the field
   */
  record Invalid<T>(String reason) implements Recomputed<T> {}
}
