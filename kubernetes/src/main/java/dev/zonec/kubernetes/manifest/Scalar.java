package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.yaml.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A YAML scalar as the API server reads it. The server converts YAML to JSON with {@code
 * sigs.k8s.io/yaml}. Timestamps and sexagesimal numbers are strings.
 */
sealed interface Scalar {
  /** Null: empty, {@code ~} or {@code null}. */
  record Nothing() implements Scalar {}

  /** A Boolean. */
  record Flag(boolean value) implements Scalar {}

  /** An integer of at most 64 bits, signed or unsigned. */
  record Whole(BigInteger value) implements Scalar {}

  /** A floating-point number. JSON has no infinite numbers, so they can only be names of fields. */
  record Real(double value) implements Scalar {
    /** JSON writes greater numbers with an exponent, which integers must not have. */
    private static final double EXPONENT = 1e21;

    /** Returns the integer that JSON represents it as: {@code 80.0} and {@code 8e1} are 80. */
    Optional<BigInteger> asWhole() {
      return value == Math.rint(value) && Math.abs(value) < EXPONENT
          ? Optional.of(new BigDecimal(value).toBigIntegerExact())
          : Optional.empty();
    }
  }

  /** A string. */
  record Text(String value) implements Scalar {}

  /**
   * A scalar that the server rejects everywhere.
   *
   * @param reason the end of a message that begins with the scalar, such as {@code is not a whole
   *     number}
   */
  record Refused(String reason) implements Scalar {}

  /** Reads a node. */
  static Scalar of(ScalarNode node) {
    return ScalarResolution.of(node);
  }

  /**
   * Reads the name of a field. Numbers and Booleans become strings. The result is empty for scalars
   * that cannot be names.
   */
  static Optional<String> key(ScalarNode node) {
    return switch (of(node)) {
      case Nothing() -> Optional.empty();
      case Flag(boolean value) -> Optional.of(value ? "true" : "false");
      case Whole(BigInteger value) when value.bitLength() < Long.SIZE ->
          Optional.of(value.toString());
      case Whole(BigInteger value) -> Optional.empty();
      case Real(double value) -> Optional.of(RealText.of(value));
      case Text(String value) -> Optional.of(value);
      case Refused(String reason) -> Optional.empty();
    };
  }
}
