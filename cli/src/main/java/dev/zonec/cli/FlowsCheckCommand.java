package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.flows.FlowRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonec flows check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Finds flows that are not declared, that passed although the policies forbid them, and that"
          + " were denied although the policies allow them; denied attempts; sources that behave"
          + " like a scan, a beacon or a flood; and addresses on threat lists.",
      "Each finding has its number of records, its times and a sample. What cannot be attributed or"
          + " judged is counted, with the reason. The time limit is for the program and the"
          + " manifests; reading logs has none."
    })
final class FlowsCheckCommand implements Callable<Integer> {
  private static final int MOST_READERS = 128;

  @Mixin private LogOptions logs = new LogOptions();
  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Option(
      names = "--threats",
      paramLabel = "FILE",
      description =
          "a threat list: text, CSV, STIX 2.1, or a MISP event; a MISP warning list names addresses"
              + " that are harmless; repeatable")
  private List<String> threats = new ArrayList<>();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description =
          "read the logs with N readers, for logs that are large or many; takes some seconds to"
              + " start (default: one stream)")
  private @Nullable Integer parallel;

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private OutputOptions options = new OutputOptions();
  @Mixin private ReportOptions reports = new ReportOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    Settings settings = logs.settings(console, options, limit);
    reports.withEvents().apply(settings);
    FlowRequest request = logs.request(settings, console, threats, thresholds.thresholds());
    FlowsCheckReport report =
        new FlowsCheckReport(console, options, reports, logs.readsStream(), readers());
    Optional<FlowInputs> inputs = limit.result(console, () -> FlowInputs.of(request));
    if (inputs.isEmpty()) {
      return report.timedOut(limit.missed()).number();
    }
    return switch (inputs.get()) {
      case FlowInputs.NoManifests none -> throw logs.refused(LogOptions.NO_MANIFESTS);
      case FlowInputs.Unusable(var problems) -> report.unusable(problems).number();
      case FlowInputs.Ready ready -> report.checked(ready).number();
    };
  }

  private OptionalInt readers() {
    if (parallel == null) {
      return OptionalInt.empty();
    }
    if (parallel < 1 || parallel > MOST_READERS) {
      throw logs.refused("--parallel takes a number from 1 to " + MOST_READERS);
    }
    if (logs.readsStream()) {
      throw logs.refused("standard input has one reader: --parallel needs files");
    }
    return OptionalInt.of(parallel);
  }
}
