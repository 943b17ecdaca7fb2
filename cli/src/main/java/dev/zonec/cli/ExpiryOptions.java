package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.compiler.expiry.ExpiredFlows;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which day flows and waivers are judged, and what becomes of flows past their last one. */
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

  /** The day; the same one whenever it is asked for, at midnight too. */
  LocalDate day() {
    asOf = Dates.orToday(asOf);
    return asOf;
  }

  /** What becomes of expired flows. */
  ExpiredFlows expired() {
    return expired;
  }
}
