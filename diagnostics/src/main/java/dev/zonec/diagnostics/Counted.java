package dev.zonec.diagnostics;

import java.util.Locale;

/** Writes numbers of things for sentences, such as {@code 1 zone} and {@code 3 policies}. */
public final class Counted {
  private Counted() {}

  /** Returns the number with a noun whose plural ends in {@code s}. */
  public static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /** Returns the number with the singular or the plural of a noun. */
  public static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /**
   * Returns the same with a comma after each group of three digits, such as {@code 12,000 flows}.
   */
  public static String grouped(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d", number) + " " + (number == 1 ? one : many);
  }

  /** Returns the same for a noun whose plural ends in {@code s}. */
  public static String grouped(long number, String one) {
    return grouped(number, one, one + "s");
  }
}
