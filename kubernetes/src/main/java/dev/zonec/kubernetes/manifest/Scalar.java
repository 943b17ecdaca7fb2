package dev.zonec.kubernetes.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A YAML scalar as the API server takes it, which reads YAML through {@code sigs.k8s.io/yaml} and
 * so as JSON. Timestamps and sexagesimal numbers are strings.
 */
sealed interface Scalar {
  /** Nothing, {@code ~} or {@code null}. */
  record Nothing() implements Scalar {}

  /** A truth value. */
  record Flag(boolean value) implements Scalar {}

  /** A whole number of at most 64 bits, signed or unsigned. */
  record Whole(BigInteger value) implements Scalar {}

  /** A floating-point number. JSON has none that is not finite: only names of fields may be. */
  record Real(double value) implements Scalar {
    /** From here on JSON writes an exponent, which no whole number may have. */
    private static final double EXPONENT = 1e21;

    /** The whole number that it is to JSON: {@code 80.0} and {@code 8e1} are 80. */
    Optional<BigInteger> asWhole() {
      return value == Math.rint(value) && Math.abs(value) < EXPONENT
          ? Optional.of(new BigDecimal(value).toBigIntegerExact())
          : Optional.empty();
    }
  }

  /** Characters. */
  record Text(String value) implements Scalar {}

  /**
   * What the server does not take anywhere.
   *
   * @param reason the end of a message that begins with the scalar, such as {@code is no whole
   *     number}
   */
  record Refused(String reason) implements Scalar {}

  /** What {@code node} of a tree that {@link ServerYaml} made is. */
  static Scalar of(ScalarNode node) {
    return ScalarResolution.of(node);
  }

  /**
   * The name of a field: numbers and truth values become strings. None for what cannot be a name.
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
