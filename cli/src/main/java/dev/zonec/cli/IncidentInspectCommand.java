package dev.zonec.cli;

import dev.zonec.application.incident.Inspecting;
import dev.zonec.cli.format.CleanText;
import dev.zonec.response.inspection.Inspection;
import dev.zonec.response.report.InspectionData;
import dev.zonec.response.report.InspectionText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec incident inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what the pods of END are: images, restarts, resources, rights, ports and declared"
          + " flows, policies that select them, and recent events.",
      "It reads names of Secrets and ConfigMaps, and never their contents."
    })
final class IncidentInspectCommand implements Callable<Integer> {
  /** The greatest number of events of a pod without {@code --all}. */
  private static final int MOST_EVENTS = 10;

  @Parameters(
      index = "0",
      paramLabel = "END",
      description = "a pod or workload such as shop/web, a zone, or pods(app=x) in namespace(y)")
  private String end = "";

  @Parameters(
      index = "1..*",
      paramLabel = "ZONES",
      description =
          "sources whose flows are compared with ports (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "show ages relative to this time, such as 2026-01-31T12:00:00Z")
  private @Nullable String now;

  @Mixin private AnswerOptions options = new AnswerOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private FormatOption format = new FormatOption();

  @Override
  public Integer call() {
    Optional<Instant> time = time();
    Console console = options.console();
    JsonDocument document = new JsonDocument("incident-inspect");
    Inspecting inspecting = new Inspecting(options.request(console, limit, zones), end);
    ExitCode exit =
        options.ask(
            limit, console, inspecting::outcome, found -> print(found, time, document, console));
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private Optional<Instant> time() {
    if (now == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(now));
    } catch (DateTimeException e) {
      throw options.refused("--now takes a time such as 2026-01-31T12:00:00Z, not '" + now + "'");
    }
  }

  private void print(
      Inspection found, Optional<Instant> time, JsonDocument document, Console console) {
    if (format.json()) {
      document.putAll(InspectionData.of(found));
      return;
    }
    new InspectionText(time, options.all() ? Integer.MAX_VALUE : MOST_EVENTS)
        .lines(found)
        .forEach(line -> console.wrapped(CleanText.line(line)));
  }
}
