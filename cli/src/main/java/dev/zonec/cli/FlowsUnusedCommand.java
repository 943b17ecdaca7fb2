package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.application.flows.FlowData;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.flows.FlowRequest;
import dev.zonec.application.flows.UnusedFlows;
import dev.zonec.application.flows.UnusedSearch;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.flows.rule.Thresholds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zonec flows unused}. */
@Command(
    name = "unused",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the declared flows that no log shows, so that a program can be narrowed.",
      "That a log does not show a flow proves nothing about times and places that the log lacks."
    })
final class FlowsUnusedCommand implements Callable<Integer> {
  @Mixin private LogOptions logs = new LogOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    JsonDocument document = new JsonDocument("flows-unused");
    ExitCode exit = unused(document, console);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode unused(JsonDocument document, Console console) {
    Settings settings = logs.settings(console, options, limit);
    FlowRequest request = logs.request(settings, console, List.of(), Thresholds.STANDARD);
    return logs.inputs(
        () -> FlowInputs.of(request),
        limit,
        console,
        LogOptions.NO_MANIFESTS,
        ready ->
            switch (UnusedSearch.of(ready)) {
              case UnusedSearch.NoProgram none ->
                  throw logs.refused("there is no program: pass .zone files after the logs");
              case UnusedSearch.Ready search -> report(search, document, console);
            });
  }

  private ExitCode report(UnusedSearch.Ready search, JsonDocument document, Console console) {
    CheckedFlows checked =
        new ManifestsReport(console, options).checked(search.inputs(), (row, first) -> {});
    UnusedFlows unused = search.in(checked);
    document.putAll(FlowData.about(checked));
    document.put("declared", unused.declared());
    document.put("certain", unused.certain());
    document.put("unused", unused.flows().stream().map(FlowsUnusedCommand::data).toList());
    if (!format.json()) {
      console.report(unused.diagnostics());
      if (!options.quiet()) {
        console.wrapped(summary(unused));
      }
    }
    return ExitCode.of(unused.conclusion());
  }

  private static String summary(UnusedFlows unused) {
    int number = unused.flows().size();
    return unused.declared()
        + (unused.declared() == 1 ? " declared flow: " : " declared flows: ")
        + (number == 0 ? "the logs show all" : "no log shows " + number + " of them")
        + (unused.attempted() == 0
            ? ""
            : "; "
                + unused.attempted()
                + (unused.attempted() == 1 ? " of these was" : " of these were")
                + " attempted, and did not pass")
        + (unused.doubtful() == 0
            ? ""
            : "; records that were not judged could be " + unused.doubtful() + " of these")
        + (unused.lost() == 0 || number == 0
            ? ""
            : "; at least "
                + Counted.grouped(unused.lost(), "flow")
                + (unused.lost() == 1 ? " is" : " are")
                + " missing in the logs");
  }

  private static Map<String, Object> data(UnusedFlows.Unused unused) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", unused.flow().from().name());
    data.put("to", unused.flow().to().name());
    data.put("service", unused.flow().service().toString());
    data.put("place", DiagnosticData.place(unused.flow().span()));
    data.put("attemptedRecords", unused.attempts());
    data.put("doubtfulRecords", unused.doubtful());
    return data;
  }
}
