package dev.zonec.flows.observed;

import java.util.OptionalLong;

/** Reads the times of logs. */
public final class Instants {
  private static final long SECOND = 1000;
  private static final long DAY = 24 * 3600 * SECOND;

  /** What methods return for a text that is no time. */
  public static final long NONE = Long.MIN_VALUE;

  /** Numbers of seconds from this one on are no times. */
  public static final long MOST_SECONDS = 100_000_000_000L;

  /** The length of a number of seconds whose digits can be added up. */
  private static final int LONGEST_SECONDS = 30;

  /** The length of a date and time up to its minute. */
  static final int MINUTE = 16;

  /** The length of the shortest date and time. */
  static final int SHORTEST = 20;

  private Instants() {}

  /**
   * Reads a date and time such as {@code 2026-11-20T10:00:00.000001+0000}: any number of digits of
   * a second, and a zone that is {@code Z} or has hours and minutes with or without a colon.
   * Returns milliseconds since 1970; empty if {@code text} is no such time.
   */
  public static OptionalLong parse(String text) {
    long millis = parse(text.toCharArray(), 0, text.length());
    return millis == NONE ? OptionalLong.empty() : OptionalLong.of(millis);
  }

  /**
   * Reads a date and time as {@link #parse(String)} does; returns {@link #NONE} if the {@code
   * length} characters from {@code from} on are no such time.
   */
  public static long parse(char[] text, int from, int length) {
    if (length < SHORTEST) {
      return NONE;
    }
    long minute = minute(text, from);
    return minute == NONE ? NONE : afterMinute(minute, text, from, length);
  }

  /**
   * Reads the first {@value #MINUTE} characters of a date and time; returns the begin of its minute
   * in milliseconds, or {@link #NONE}.
   */
  static long minute(char[] text, int from) {
    char between = text[from + 10];
    int year = number(text, from, 4);
    int month = number(text, from + 5, 2);
    int day = number(text, from + 8, 2);
    int hour = number(text, from + 11, 2);
    int minute = number(text, from + 14, 2);
    boolean valid =
        text[from + 4] == '-'
            && text[from + 7] == '-'
            && text[from + 13] == ':'
            && (between == 'T' || between == ' ' || between == 't')
            && year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= days(year, month)
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59;
    return valid
        ? daysSince1970(year, month, day) * DAY + (hour * 60L + minute) * 60 * SECOND
        : NONE;
  }

  /**
   * Reads the rest of a date and time whose minute was read, with at least {@value #SHORTEST}
   * characters.
   *
   * @param from where the date begins
   * @param length the length of the whole date
   */
  static long afterMinute(long minute, char[] text, int from, int length) {
    int second = number(text, from + 17, 2);
    if (text[from + MINUTE] != ':' || second < 0 || second > 60) {
      return NONE;
    }
    int at = from + 19;
    int end = from + length;
    long millis = 0;
    if (text[at] == '.') {
      at++;
      int digits = 0;
      while (at < end && isDigit(text[at])) {
        if (digits < 3) {
          millis = millis * 10 + (text[at] - '0');
        }
        digits++;
        at++;
      }
      for (int i = digits; i < 3; i++) {
        millis *= 10;
      }
    }
    boolean utc = at == end - 1 && (text[at] == 'Z' || text[at] == 'z');
    long zone = utc ? 0 : zone(text, at, end - at);
    return zone == NONE ? NONE : minute + second * SECOND + millis - zone;
  }

  private static int days(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Counts days in years that begin in March, so that a leap day is the last day of a year. */
  private static long daysSince1970(int year, int month, int day) {
    long years = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(years, 400L);
    long inEra = years - era * 400;
    long inYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear - 719_468;
  }

  /** Reads seconds since 1970 with a fraction; empty if {@code text} is no such number. */
  public static OptionalLong seconds(String text) {
    try {
      double seconds = Double.parseDouble(text);
      return Math.abs(seconds) < MOST_SECONDS
          ? OptionalLong.of(Math.round(seconds * SECOND))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Reads a decimal number of seconds as {@link #seconds(String)} does; returns {@link #NONE} if
   * the {@code length} characters from {@code from} on are no such number.
   */
  public static long seconds(char[] text, int from, int length) {
    long whole = 0;
    long thousandths = 0;
    int decimals = -1;
    for (int i = from; i < from + length; i++) {
      char c = text[i];
      if (c == '.' && decimals < 0 && i > from) {
        decimals = 0;
      } else if (!isDigit(c) || length > LONGEST_SECONDS) {
        return unusual(text, from, length);
      } else if (decimals < 0) {
        whole = whole * 10 + (c - '0');
        if (whole > MOST_SECONDS) {
          return NONE;
        }
      } else if (decimals < 3) {
        thousandths = thousandths * 10 + (c - '0');
        decimals++;
      } else if (decimals == 3) {
        thousandths += c >= '5' ? 1 : 0;
        decimals++;
      }
    }
    for (int i = Math.max(0, decimals); i < 3; i++) {
      thousandths *= 10;
    }
    return length > 0 && whole < MOST_SECONDS
        ? whole * SECOND + thousandths
        : unusual(text, from, length);
  }

  /** Reads numbers with a sign or an exponent, and refuses what is no number. */
  private static long unusual(char[] text, int from, int length) {
    return seconds(new String(text, from, length)).orElse(NONE);
  }

  private static long zone(char[] text, int from, int length) {
    boolean colon = length == 6 && text[from + 3] == ':';
    if (!(colon || length == 5) || (text[from] != '+' && text[from] != '-')) {
      return NONE;
    }
    int hours = number(text, from + 1, 2);
    int minutes = number(text, from + (colon ? 4 : 3), 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return NONE;
    }
    long offset = (hours * 3600L + minutes * 60L) * SECOND;
    return text[from] == '-' ? -offset : offset;
  }

  private static int number(char[] text, int from, int length) {
    int value = 0;
    for (int i = from; i < from + length; i++) {
      if (!isDigit(text[i])) {
        return -1;
      }
      value = value * 10 + (text[i] - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
