package dev.zonec.kubernetes.storage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts in the syntax of Kubernetes, such as {@code 10Gi}, {@code 250m} and {@code 1e3}. */
public final class Quantity {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "([+-]?[0-9]+(?:\\.[0-9]*)?|[+-]?\\.[0-9]+)([A-Za-z]{0,2}|[eE][+-]?[0-9]{1,2})");

  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("n", new BigDecimal("1e-9")),
          Map.entry("u", new BigDecimal("1e-6")),
          Map.entry("m", new BigDecimal("1e-3")),
          Map.entry("", BigDecimal.ONE),
          Map.entry("k", new BigDecimal("1e3")),
          Map.entry("M", new BigDecimal("1e6")),
          Map.entry("G", new BigDecimal("1e9")),
          Map.entry("T", new BigDecimal("1e12")),
          Map.entry("P", new BigDecimal("1e15")),
          Map.entry("E", new BigDecimal("1e18")),
          Map.entry("Ki", power(1)),
          Map.entry("Mi", power(2)),
          Map.entry("Gi", power(3)),
          Map.entry("Ti", power(4)),
          Map.entry("Pi", power(5)),
          Map.entry("Ei", power(6)));

  private Quantity() {}

  private static BigDecimal power(int exponent) {
    return BigDecimal.valueOf(1024).pow(exponent);
  }

  /** Returns the amount; empty if the text has another syntax. */
  public static Optional<BigDecimal> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (text.length() > 40 || !matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String unit = matcher.group(2);
    return Optional.ofNullable(UNITS.get(unit))
        .or(
            () ->
                unit.matches("[eE][+-]?[0-9]+")
                    ? Optional.of(new BigDecimal("1" + unit))
                    : Optional.empty())
        .map(number::multiply);
  }
}
