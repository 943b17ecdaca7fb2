package dev.zonec.flows.rule;

import java.util.Locale;

/** Texts of durations. */
public final class DurationText {
  private DurationText() {}

  /** Returns a text such as {@code 5 min}, {@code 61.5 s} or {@code 24 h}. */
  public static String of(long millis) {
    if (millis >= 3_600_000 && millis % 3_600_000 == 0) {
      return millis / 3_600_000 + " h";
    }
    if (millis >= 60_000 && millis % 60_000 == 0) {
      return millis / 60_000 + " min";
    }
    return millis % 1000 == 0
        ? millis / 1000 + " s"
        : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
