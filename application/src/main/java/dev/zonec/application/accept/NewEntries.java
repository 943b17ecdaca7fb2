package dev.zonec.application.accept;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What entries for findings that are accepted now say.
 *
 * @param reason why the findings are accepted
 * @param until the last day on which they are accepted
 */
public record NewEntries(String reason, LocalDate until) {
  private static final int DAYS = 90;

  /** What the user wrote. */
  public sealed interface Wanted {
    /** It can be used. */
    record Valid(NewEntries entries) implements Wanted {}

    /** There is no reason, or not one on one line. */
    record WithoutReason() implements Wanted {}

    /** The last day is before the day of the run. */
    record Past(LocalDate until) implements Wanted {}
  }

  /**
   * Returns the reason and the last day of new entries.
   *
   * @param until the last day; empty for the standard time
   * @param day the day of the run
   */
  public static Wanted of(Optional<String> reason, Optional<LocalDate> until, LocalDate day) {
    Optional<String> text =
        reason.filter(each -> !each.isBlank() && each.codePoints().allMatch(c -> c >= ' '));
    if (text.isEmpty()) {
      return new Wanted.WithoutReason();
    }
    LocalDate last = until.orElseGet(() -> day.plusDays(DAYS));
    return last.isBefore(day)
        ? new Wanted.Past(last)
        : new Wanted.Valid(new NewEntries(text.get().strip(), last));
  }
}
