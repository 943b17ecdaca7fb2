package dev.zonec.flows.observed;

import java.util.Arrays;

/** Reads dates of a log, nearly all of which are in the minute of the one before. */
public final class RecurringMinutes {
  private final char[] last = new char[Instants.MINUTE];

  /** What {@link #last} means. */
  private long minute = Instants.NONE;

  /** Creates a reader. */
  public RecurringMinutes() {}

  /** Returns what {@link Instants#parse(char[], int, int)} returns. */
  public long parse(char[] text, int from, int length) {
    if (length < Instants.SHORTEST) {
      return Instants.NONE;
    }
    if (!Arrays.equals(last, 0, Instants.MINUTE, text, from, from + Instants.MINUTE)) {
      System.arraycopy(text, from, last, 0, Instants.MINUTE);
      minute = Instants.minute(text, from);
    }
    return minute == Instants.NONE
        ? Instants.NONE
        : Instants.afterMinute(minute, text, from, length);
  }
}
