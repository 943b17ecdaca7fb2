package dev.zonec.verifier.manifest;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML scalar as the Go reader of Kubernetes takes it: YAML 1.1 without sexagesimals or dates.
 */
sealed interface Scalar {
  /** Nothing, {@code ~} or {@code null}. */
  record Nothing() implements Scalar {}

  /** A truth value. */
  record Flag(boolean value) implements Scalar {}

  /** A whole number. */
  record Whole(BigInteger value) implements Scalar {}

  /** A number that is not whole, or too long to be of use. */
  record Real(String written) implements Scalar {}

  /** Characters. */
  record Text(String value) implements Scalar {}

  Set<String> TRUE = Set.of("y", "yes", "true", "on");
  Set<String> FALSE = Set.of("n", "no", "false", "off");

  /** The longest number that is read as one, in characters. */
  int LONGEST_NUMBER = 40;

  static Scalar of(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    if (tag.equals(Tag.NULL)) {
      return new Nothing();
    }
    if (plain && tag.equals(Tag.STR) && (text.equals("y") || text.equals("Y"))) {
      return new Flag(true);
    }
    if (plain && tag.equals(Tag.STR) && (text.equals("n") || text.equals("N"))) {
      return new Flag(false);
    }
    if (tag.equals(Tag.BOOL)) {
      String word = text.toLowerCase(java.util.Locale.ROOT);
      return TRUE.contains(word)
          ? new Flag(true)
          : FALSE.contains(word) ? new Flag(false) : new Text(text);
    }
    if (tag.equals(Tag.INT)) {
      return whole(text);
    }
    if (tag.equals(Tag.FLOAT) && text.indexOf(':') < 0) {
      return real(text);
    }
    return new Text(text);
  }

  private static Scalar whole(String text) {
    String digits = text.replace("_", "");
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    int radix = 10;
    if (digits.startsWith("0x")) {
      radix = 16;
      digits = digits.substring(2);
    } else if (digits.startsWith("0b")) {
      radix = 2;
      digits = digits.substring(2);
    } else if (digits.startsWith("0") && digits.length() > 1) {
      radix = 8;
      digits = digits.substring(1);
    }
    if (digits.length() > LONGEST_NUMBER) {
      return new Real(text);
    }
    try {
      BigInteger value = new BigInteger(digits, radix);
      return new Whole(negative ? value.negate() : value);
    } catch (NumberFormatException e) {
      return new Text(text);
    }
  }

  /** Kubernetes passes numbers on as JSON, where {@code 80.0} and {@code 8e1} are 80. */
  private static Scalar real(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return new Real(text);
    }
    try {
      double value = Double.parseDouble(text.replace("_", ""));
      boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
      return isWhole ? new Whole(BigInteger.valueOf((long) value)) : new Real(text);
    } catch (NumberFormatException e) {
      return new Real(text);
    }
  }

  /** The text of a mapping's key: Kubernetes turns numbers and truth values into strings. */
  static Optional<String> key(ScalarNode node) {
    return switch (of(node)) {
      case Nothing() -> Optional.empty();
      case Flag(boolean value) -> Optional.of(value ? "true" : "false");
      case Whole(BigInteger value) -> Optional.of(value.toString());
      case Real(String written) -> Optional.of(written);
      case Text(String value) -> Optional.of(value);
    };
  }
}
