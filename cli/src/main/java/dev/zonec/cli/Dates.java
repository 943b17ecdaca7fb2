package dev.zonec.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The day on which expiry is judged. */
final class Dates {
  private Dates() {}

  static LocalDate orToday(@Nullable LocalDate asOf) {
    return asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
  }
}
