package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.question.Expect;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the expectations in the .expect files beside the program, against manifests.",
      "Each line is an expectation: `expect allowed A -> B : SERVICE`, `expect denied A -> B`,"
          + " `expect path A ~> B` or `expect no path A ~> B`, with the ends of `zonec query`."
    })
final class TestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          ".zone and .expect files, or folders with them (default: the program of the configuration"
              + " file)")
  private List<String> paths = List.of();

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private WatchOption watch = new WatchOption();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private OutputOptions options = new OutputOptions();
  @Mixin private FormatOption format = new FormatOption();

  @Override
  public Integer call() {
    return watch.runs(paths, manifests, this::run);
  }

  private ExitCode run() {
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    QuestionRequest request =
        new QuestionRequest(
            program.request(settings, Expect.programs(paths), expiry.day(), expiry.expired()),
            manifests.deployed(settings, console.readingProgress()),
            assume.may(settings));
    Expect expect = new Expect(request, paths.isEmpty() ? settings.programPaths() : paths);
    JsonDocument document = new JsonDocument("test");
    ExitCode exit =
        limit
            .result(console, expect::outcome)
            .map(outcome -> report(outcome, document, console))
            .orElse(ExitCode.INCONCLUSIVE);
    return format.json() ? document.printed(console, exit) : exit;
  }

  private ExitCode report(
      QuestionOutcome<Expect.Checks> outcome, JsonDocument document, Console console) {
    return switch (outcome) {
      case QuestionOutcome.Unusable<Expect.Checks>(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case QuestionOutcome.Malformed<Expect.Checks>(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case QuestionOutcome.Unsuitable<Expect.Checks>(String reason) ->
          throw new CommandLine.ParameterException(spec.commandLine(), reason);
      case QuestionOutcome.NoManifests<Expect.Checks>() ->
          throw new CommandLine.ParameterException(
              spec.commandLine(),
              "expectations are about manifests: pass some with -m PATH, or a cluster with -k");
      case QuestionOutcome.UnknownEnds<Expect.Checks>(var about, var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case QuestionOutcome.Answered<Expect.Checks>(var about, var checks, var missing) -> {
        new ManifestsReport(console, options).read(about.read());
        console.report(about.gaps());
        console.report(missing);
        print(checks, document, console);
        yield ExitCode.of(checks.conclusion());
      }
    };
  }

  private void print(Expect.Checks checks, JsonDocument document, Console console) {
    List<Expect.Checked> checked = checks.checked();
    if (format.json()) {
      document.put("covered", checks.covered());
      document.put("expectations", checked.stream().map(TestCommand::data).toList());
      return;
    }
    List<Diagnostic> failed = checks.failed();
    console.report(failed);
    if (options.verbose()) {
      checked.forEach(
          each ->
              console.line(
                  (each.holds() ? "holds   " : "fails   ")
                      + each.span().fileAndLine()
                      + "  "
                      + each.span().text()));
    }
    if (!options.quiet()) {
      int holding = checked.size() - failed.size();
      console.line(
          checked.size()
              + (checked.size() == 1 ? " expectation: " : " expectations: ")
              + holding
              + (holding == 1 ? " holds" : " hold")
              + (failed.isEmpty() ? "" : ", " + failed.size() + " failed")
              + (checks.covered() ? "" : "; the manifests are not covered completely"));
    }
  }

  private static Map<String, Object> data(Expect.Checked checked) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("expectation", checked.span().text());
    data.put("place", DiagnosticData.place(checked.span()));
    data.put("holds", checked.holds());
    checked.problem().ifPresent(problem -> data.put("problem", DiagnosticData.of(problem)));
    return data;
  }
}
