package dev.zonec.kubernetes.manifest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Validates timestamps as {@code go.yaml.in/yaml/v2} does. They occur only with an explicit tag.
 */
final class Timestamps {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
              + "(?:([Tt]| +)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?"
              + "(Z|[-+]([0-9]{2}):([0-9]{2}))?)?");
  private static final int MOST_ZONE_HOURS = 24;
  private static final int MOST_ZONE_MINUTES = 60;

  private Timestamps() {}

  static boolean isTimestamp(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    try {
      LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
      if (form.group(4) == null) {
        return true;
      }
      LocalTime.of(number(form, 5), number(form, 6), number(form, 7));
    } catch (DateTimeException e) {
      return false;
    }
    // A time zone is required after a T and not allowed after a space.
    boolean spaced = form.group(4).isBlank();
    return spaced == (form.group(8) == null)
        && (form.group(9) == null
            || (number(form, 9) <= MOST_ZONE_HOURS && number(form, 10) <= MOST_ZONE_MINUTES));
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }
}
