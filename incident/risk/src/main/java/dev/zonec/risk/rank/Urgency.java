package dev.zonec.risk.rank;

import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import java.util.Locale;

/**
 * The place of a vulnerability in the order of work: the first constant that fits, in the order of
 * the constants ({@code spec/risk.md}).
 */
public enum Urgency {
  /** The internet reaches it, and it is exploited. */
  EXPOSED_EXPLOITED(true, "the internet reaches it, and it is known to be exploited"),
  /** The internet reaches it, and it is critical. */
  EXPOSED_CRITICAL(true, "the internet reaches it, and it is critical"),
  /** Policies admit the internet, or this is not known, and it is exploited. */
  ADMITTED_EXPLOITED(
      true, "policies admit the internet or this is not known, and it is known to be exploited"),
  /** Policies admit the internet, or this is not known, and it is critical. */
  ADMITTED_CRITICAL(true, "policies admit the internet or this is not known, and it is critical"),
  /** Other workloads reach it, and it is exploited. */
  INSIDE_EXPLOITED(true, "other workloads reach it, and it is known to be exploited"),
  /** The internet reaches it, and it is of high severity. */
  EXPOSED_HIGH(false, "the internet reaches it, and it is of high severity"),
  /** Other workloads reach it, and it is critical. */
  INSIDE_CRITICAL(false, "other workloads reach it, and it is critical"),
  /** Policies admit the internet, or this is not known, and it is of high severity. */
  ADMITTED_HIGH(
      false, "policies admit the internet or this is not known, and it is of high severity"),
  /** Other workloads reach it, and it is of high severity. */
  INSIDE_HIGH(false, "other workloads reach it, and it is of high severity"),
  /** Nothing reaches it, and it is exploited or critical. */
  UNREACHED_SEVERE(false, "nothing reaches it, and it is known to be exploited or critical"),
  /** Everything else. */
  OTHER(false, "none of the above");

  private final boolean today;
  private final String title;

  Urgency(boolean today, String title) {
    this.today = today;
    this.title = title;
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

  private boolean fits(Reach reach, Facts facts) {
    return switch (this) {
      case EXPOSED_EXPLOITED -> reach == Reach.EXPOSED && facts.exploited();
      case EXPOSED_CRITICAL -> reach == Reach.EXPOSED && facts.critical();
      case ADMITTED_EXPLOITED -> isOpen(reach) && facts.exploited();
      case ADMITTED_CRITICAL -> isOpen(reach) && facts.critical();
      case INSIDE_EXPLOITED -> reach == Reach.INSIDE && facts.exploited();
      case EXPOSED_HIGH -> reach == Reach.EXPOSED && facts.high();
      case INSIDE_CRITICAL -> reach == Reach.INSIDE && facts.critical();
      case ADMITTED_HIGH -> isOpen(reach) && facts.high();
      case INSIDE_HIGH -> reach == Reach.INSIDE && facts.high();
      case UNREACHED_SEVERE -> reach == Reach.NOTHING && (facts.exploited() || facts.critical());
      case OTHER -> true;
    };
  }

  private static boolean isOpen(Reach reach) {
    return reach == Reach.ADMITTED || reach == Reach.UNKNOWN;
  }

  /** Returns the first constant that fits. */
  static Urgency of(Reach reach, VulnerabilitySeverity severity, boolean exploited) {
    Facts facts = new Facts(severity, exploited);
    for (Urgency each : values()) {
      if (each.fits(reach, facts)) {
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
