package dev.zonec.flows.observed;

import java.util.OptionalLong;

/** Reads the times of logs. */
public final class Instants {
  private static final long SECOND = 1000;
  private static final long DAY = 24 * 3600 * SECOND;

  private Instants() {}

  /**
   * Reads a date and time such as {@code 2026-11-20T10:00:00.000001+0000}: any number of digits of
   * a second, and a zone that is {@code Z} or has hours and minutes with or without a colon.
   * Returns milliseconds since 1970; empty if {@code text} is no such time.
   */
  public static OptionalLong parse(String text) {
    int length = text.length();
    if (length < 20 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':') {
      return OptionalLong.empty();
    }
    char between = text.charAt(10);
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    boolean valid =
        (between == 'T' || between == ' ' || between == 't')
            && text.charAt(16) == ':'
            && year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= days(year, month)
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59
            && second >= 0
            && second <= 60;
    if (!valid) {
      return OptionalLong.empty();
    }
    int at = 19;
    long millis = 0;
    if (text.charAt(at) == '.') {
      at++;
      int digits = 0;
      while (at < length && isDigit(text.charAt(at))) {
        if (digits < 3) {
          millis = millis * 10 + (text.charAt(at) - '0');
        }
        digits++;
        at++;
      }
      for (int i = digits; i < 3; i++) {
        millis *= 10;
      }
    }
    boolean utc = at == length - 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z');
    OptionalLong zone = utc ? OptionalLong.of(0) : zone(text.substring(at));
    if (zone.isEmpty()) {
      return zone;
    }
    return OptionalLong.of(
        daysSince1970(year, month, day) * DAY
            + (hour * 3600L + minute * 60L + second) * SECOND
            + millis
            - zone.getAsLong());
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
      return Math.abs(seconds) < 1e11
          ? OptionalLong.of(Math.round(seconds * SECOND))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong zone(String text) {
    String digits = text.length() == 6 && text.charAt(3) == ':' ? text.replace(":", "") : text;
    if (digits.length() != 5 || (digits.charAt(0) != '+' && digits.charAt(0) != '-')) {
      return OptionalLong.empty();
    }
    int hours = number(digits, 1, 3);
    int minutes = number(digits, 3, 5);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return OptionalLong.empty();
    }
    long offset = (hours * 3600L + minutes * 60L) * SECOND;
    return OptionalLong.of(digits.charAt(0) == '-' ? -offset : offset);
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
