package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.flows.FlowRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
  @Mixin private LogOptions logs = new LogOptions();
  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Option(
      names = "--threats",
      paramLabel = "FILE",
      description =
          "a threat list: text, CSV, STIX 2.1, or a MISP event; a MISP warning list names addresses"
              + " that are harmless; repeatable")
  private List<String> threats = new ArrayList<>();

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private OutputOptions options = new OutputOptions();
  @Mixin private ReportOptions reports = new ReportOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    Settings settings = logs.settings(console, options, limit);
    reports.withEvents().apply(settings);
    FlowRequest request = logs.request(settings, console, threats, thresholds.thresholds());
    FlowsCheckReport report = new FlowsCheckReport(console, options, reports, logs.readsStream());
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
}
