package dev.zonec.kubernetes.manifest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validates times as servers do: RFC 3339, as Go's library accepts it. */
final class Rfc3339 {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,][0-9]+)?"
              + "(?:Z|[-+]([0-9]{2}):([0-9]{2}))");
  private static final int MOST_ZONE_HOURS = 24;
  private static final int MOST_ZONE_MINUTES = 60;

  private Rfc3339() {}

  static boolean isValid(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    try {
      LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
      LocalTime.of(number(form, 4), number(form, 5), number(form, 6));
    } catch (DateTimeException e) {
      return false;
    }
    return form.group(7) == null
        || (number(form, 7) <= MOST_ZONE_HOURS && number(form, 8) <= MOST_ZONE_MINUTES);
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }
}
