package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.compiler.expiry.ExpiredFlows;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The date for expiry, and the treatment of expired flows. */
@OptionGroup(Subject.PROGRAM)
final class ExpiryOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "the day on which flows and waivers are judged to have expired (default: today)")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--expired",
      paramLabel = "WHAT",
      defaultValue = "error",
      description = "error: an expired flow is an error; drop: it is left out (default: error)")
  private ExpiredFlows expired = ExpiredFlows.ERROR;

  /** Returns the date; the same one for the whole run, even at midnight. */
  LocalDate day() {
    asOf = Dates.orToday(asOf);
    return asOf;
  }

  /** Returns the treatment of expired flows. */
  ExpiredFlows expired() {
    return expired;
  }
}
