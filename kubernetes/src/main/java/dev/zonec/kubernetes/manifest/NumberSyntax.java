package dev.zonec.kubernetes.manifest;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses numbers as {@code go.yaml.in/yaml/v2} does. Numbers have Go's prefixes for their base; a
 * leading zero means octal, and {@code _} is ignored. A text such as {@code 08}, which is none of
 * these but a decimal number, is a decimal number.
 */
final class NumberSyntax {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  /** The character {@code _} is allowed between digits only. */
  private static final Pattern FRACTION =
      Pattern.compile("\\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?");

  /** The greatest number of digits of a 64-bit number, in base 2. */
  private static final int MOST_DIGITS = 64;

  private NumberSyntax() {}

  /** Returns the number; empty if {@code text} is not one. */
  static Optional<Scalar> read(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (first == '.') {
      return FRACTION.matcher(text).matches() ? decimal(text.replace("_", "")) : Optional.empty();
    }
    if (first != '+' && first != '-' && (first < '0' || first > '9')) {
      return Optional.empty();
    }
    String plain = text.replace("_", "");
    @Nullable BigInteger whole = whole(plain);
    if (whole != null) {
      return Optional.of(new Scalar.Whole(whole));
    }
    return DECIMAL.matcher(plain).matches() ? decimal(plain) : Optional.empty();
  }

  /** A number that is too large is a string. */
  private static Optional<Scalar> decimal(String text) {
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(new Scalar.Real(value));
  }

  private static @Nullable BigInteger whole(String text) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    boolean negative = text.startsWith("-");
    String digits = signed ? text.substring(1) : text;
    // A second sign is accepted after this prefix only.
    boolean twoSigns = text.startsWith("0b-") || text.startsWith("0b+");
    if (twoSigns) {
      negative = text.charAt(2) == '-';
      digits = "0b" + text.substring(3);
    }
    @Nullable BigInteger value = unsigned(digits);
    if (value == null) {
      return null;
    }
    BigInteger number = negative ? value.negate() : value;
    int bits = signed || twoSigns ? Long.SIZE - 1 : Long.SIZE;
    return number.bitLength() <= bits ? number : null;
  }

  private static @Nullable BigInteger unsigned(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return digits(digits, 10);
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> digits(digits.substring(2), 16);
      case 'o', 'O' -> digits(digits.substring(2), 8);
      case 'b', 'B' -> digits(digits.substring(2), 2);
      default -> digits(digits.substring(1), 8);
    };
  }

  private static @Nullable BigInteger digits(String digits, int radix) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    if (digits.isEmpty() || digits.length() - start > MOST_DIGITS) {
      return null;
    }
    for (int i = start; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= 0x80 || Character.digit(c, radix) < 0) {
        return null;
      }
    }
    return new BigInteger(digits.substring(start), radix);
  }
}
