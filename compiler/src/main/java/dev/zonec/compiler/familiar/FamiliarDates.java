package dev.zonec.compiler.familiar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes dates in other notations. */
public final class FamiliarDates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-./]?(\\d{1,2})[-./]?(\\d{1,2})(?:[T_].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4})");

  private FamiliarDates() {}

  /** Returns the date that {@code text} means, if it is unambiguous. */
  public static Optional<LocalDate> day(String text) {
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      return of(first.group(1), first.group(2), first.group(3));
    }
    Matcher last = YEAR_LAST.matcher(text);
    if (!last.matches()) {
      return Optional.empty();
    }
    String year = last.group(4);
    // With dots, the day comes first; with other separators, either order is possible.
    List<LocalDate> days =
        last.group(2).equals(".")
            ? of(year, last.group(3), last.group(1)).stream().toList()
            : List.of(
                    of(year, last.group(1), last.group(3)), of(year, last.group(3), last.group(1)))
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
  }

  private static Optional<LocalDate> of(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
