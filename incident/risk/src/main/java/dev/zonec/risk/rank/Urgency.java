package dev.zonec.risk.rank;

import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * The place of a vulnerability in the order of work: the first constant that fits, in the order of
 * the constants ({@code spec/risk.md}).
 */
public enum Urgency {
  /** The internet reaches it, and it is exploited. */
  EXPOSED_EXPLOITED(
      true,
      "the internet reaches it, and it is known to be exploited",
      (reach, facts) -> reach == Reach.EXPOSED && facts.exploited()),
  /** The internet reaches it, and it is critical. */
  EXPOSED_CRITICAL(
      true,
      "the internet reaches it, and it is critical",
      (reach, facts) -> reach == Reach.EXPOSED && facts.critical()),
  /** Policies admit the internet, or this is not known, and it is exploited. */
  ADMITTED_EXPLOITED(
      true,
      "policies admit the internet or this is not known, and it is known to be exploited",
      (reach, facts) -> isOpen(reach) && facts.exploited()),
  /** Policies admit the internet, or this is not known, and it is critical. */
  ADMITTED_CRITICAL(
      true,
      "policies admit the internet or this is not known, and it is critical",
      (reach, facts) -> isOpen(reach) && facts.critical()),
  /** Other workloads reach it, and it is exploited. */
  INSIDE_EXPLOITED(
      true,
      "other workloads reach it, and it is known to be exploited",
      (reach, facts) -> reach == Reach.INSIDE && facts.exploited()),
  /** The internet reaches it, and it is of high severity. */
  EXPOSED_HIGH(
      false,
      "the internet reaches it, and it is of high severity",
      (reach, facts) -> reach == Reach.EXPOSED && facts.high()),
  /** Other workloads reach it, and it is critical. */
  INSIDE_CRITICAL(
      false,
      "other workloads reach it, and it is critical",
      (reach, facts) -> reach == Reach.INSIDE && facts.critical()),
  /** Policies admit the internet, or this is not known, and it is of high severity. */
  ADMITTED_HIGH(
      false,
      "policies admit the internet or this is not known, and it is of high severity",
      (reach, facts) -> isOpen(reach) && facts.high()),
  /** Other workloads reach it, and it is of high severity. */
  INSIDE_HIGH(
      false,
      "other workloads reach it, and it is of high severity",
      (reach, facts) -> reach == Reach.INSIDE && facts.high()),
  /** Nothing reaches it, and it is exploited or critical. */
  UNREACHED_SEVERE(
      false,
      "nothing reaches it, and it is known to be exploited or critical",
      (reach, facts) -> reach == Reach.NOTHING && (facts.exploited() || facts.critical())),
  /** Everything else. */
  OTHER(false, "none of the above", (reach, facts) -> true);

  private final boolean today;
  private final String title;

  /** The predicates have no state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiPredicate<Reach, Facts> fits;

  Urgency(boolean today, String title, BiPredicate<Reach, Facts> fits) {
    this.today = today;
    this.title = title;
    this.fits = fits;
  }

  /** What is known about a vulnerability. */
  record Facts(VulnerabilitySeverity severity, boolean exploited) {
    boolean critical() {
      return severity == VulnerabilitySeverity.CRITICAL;
    }

    boolean high() {
      return severity.isAtLeast(VulnerabilitySeverity.HIGH);
    }
  }

  private static boolean isOpen(Reach reach) {
    return reach == Reach.ADMITTED || reach == Reach.UNKNOWN;
  }

  /** Returns the first constant that fits. */
  static Urgency of(Reach reach, VulnerabilitySeverity severity, boolean exploited) {
    Facts facts = new Facts(severity, exploited);
    for (Urgency each : values()) {
      if (each.fits.test(reach, facts)) {
        return each;
      }
    }
    return OTHER;
  }

  /** Whether the vulnerability should be patched at once. */
  public boolean today() {
    return today;
  }

  /** Returns the condition as text. */
  public String title() {
    return title;
  }

  /** Returns the word in machine formats, such as {@code exposed-exploited}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
