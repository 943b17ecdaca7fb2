package dev.zonec.cli;

import dev.zonec.application.init.Init;
import dev.zonec.application.init.InitOutcome;
import dev.zonec.application.init.InitRequest;
import dev.zonec.application.init.WrittenFiles;
import dev.zonec.diagnostics.OrderedMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a zonec.yaml for the repository in FOLDER, and a first program if there is none.",
      "If the manifests contain policies, the program allows what they allow, as with `zonec"
          + " import`. Otherwise it has a zone for each workload, and the flows that load balancers"
          + " and environment variables show. On a terminal, zonec asks before it writes."
    })
final class InitCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "the root of the repository (default: this folder)")
  private Path folder = Path.of("");

  @Option(names = "--force", description = "replace an existing zonec.yaml")
  private boolean force;

  @Option(
      names = {"-y", "--yes"},
      description = "do not ask")
  private boolean yes;

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    InitRequest request = new InitRequest(folder, force, Dates.orToday(null));
    JsonDocument document = new JsonDocument("init");
    ExitCode exit =
        limit
            .result(console, () -> Init.plan(request))
            .map(outcome -> report(outcome, document, console))
            .orElse(ExitCode.INCONCLUSIVE);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode report(InitOutcome outcome, JsonDocument document, Console console) {
    return switch (outcome) {
      case InitOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case InitOutcome.Planned planned -> {
        console.report(planned.problems());
        yield !yes && Terminal.isInteractive() && !confirmed(planned, console)
            ? ExitCode.HOLDS
            : write(planned, document, console);
      }
    };
  }

  private static boolean confirmed(InitOutcome.Planned planned, Console console) {
    planned.files().forEach(file -> console.status(file.name() + ": " + file.summary()));
    console.status(
        "write " + (planned.files().size() == 1 ? "this file" : "these files") + "? [Y/n]");
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      String answer = in.readLine();
      return answer != null
          && List.of("", "y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      return false;
    }
  }

  private ExitCode write(InitOutcome.Planned planned, JsonDocument document, Console console) {
    boolean text = !format.json() && !options.quiet();
    WrittenFiles written = planned.write();
    document.put("files", written.files().stream().map(InitCommand::data).toList());
    document.put("remarks", planned.remarks());
    if (text) {
      written.files().forEach(file -> console.line(file.name() + ": " + file.summary()));
    }
    if (console.refuses(written.failed().stream().toList())) {
      return ExitCode.BAD_INPUT;
    }
    if (text) {
      planned.remarks().forEach(console::status);
      console.status("next: `zonec verify`, then `zonec compile`");
    }
    return ExitCode.of(planned.conclusion());
  }

  private static Map<String, Object> data(InitOutcome.PlannedFile file) {
    return OrderedMap.of("file", file.name(), "summary", file.summary());
  }
}
