package dev.zonec.kubernetes.manifest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Writes a number that is the name of a field, as Go's {@code FormatFloat(x, 'g', -1, 32)} does.
 */
final class RealText {
  private static final int LEAST_EXPONENT = -4;
  private static final int END_OF_EXPONENTS = 6;

  private RealText() {}

  static String of(double value) {
    float rounded = (float) value;
    if (Float.isNaN(rounded)) {
      return ".nan";
    }
    if (Float.isInfinite(rounded)) {
      return rounded > 0 ? ".inf" : "-.inf";
    }
    if (rounded == 0) {
      return 1 / rounded > 0 ? "0" : "-0";
    }
    // The fewest digits that distinguish it from all other 32-bit numbers.
    BigDecimal shortest = shortest(rounded);
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    String sign = rounded < 0 ? "-" : "";
    if (exponent >= LEAST_EXPONENT && exponent < END_OF_EXPONENTS) {
      return sign + shortest.abs().toPlainString();
    }
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return String.format(
        Locale.ROOT,
        "%s%s%se%s%02d",
        sign,
        digits.charAt(0),
        fraction,
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }

  /** Java sometimes writes two digits where one is enough. */
  private static BigDecimal shortest(float value) {
    BigDecimal written = new BigDecimal(Float.toString(value));
    BigDecimal digit = written.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return (digit.floatValue() == value ? digit : written).stripTrailingZeros();
  }
}
