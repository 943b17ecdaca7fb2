package dev.zonec.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Parses the date for expiry. */
final class Dates {
  private Dates() {}

  static LocalDate orToday(@Nullable LocalDate asOf) {
    return asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
  }

  static LocalDate parse(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'" + text + "' is not a date such as 2026-11-23");
    }
  }
}
