package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.format.Format;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec fmt}. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description = {
      "Formats zone programs, in place. There is one style and no option for it.",
      "The meaning and the comments of a source do not change. A source with a syntax error is not"
          + " changed."
    })
final class FormatCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      description =
          ".zone files, or folders with .zone files; - for standard input, whose formatted text is"
              + " printed (default: the program of the configuration file, or else the current"
              + " folder)")
  private List<String> paths = List.of();

  @Mixin private ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--check",
      description = "write nothing; name the files that are not formatted, and fail if any is")
  private boolean check;

  @Option(
      names = "--diff",
      description = "write nothing; print the changes, and fail if there are any")
  private boolean diff;

  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    boolean piped = paths.contains(STANDARD_INPUT);
    if (piped && paths.size() > 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "- for standard input cannot be combined with other paths");
    }
    Console console = options.console();
    if (paths.isEmpty()) {
      Settings settings = config.settings(console, options);
      List<Diagnostic> problems = new ArrayList<>(settings.problems());
      problems.addAll(settings.missingProgram());
      if (console.refuses(problems)) {
        return ExitCode.BAD_INPUT.number();
      }
      paths = settings.program().isEmpty() ? List.of(".") : settings.programPaths();
    }
    Format.Input input = piped ? new Format.Input.Stream(System.in) : new Format.Input.Files(paths);
    Format.Outcome outcome = new Format(input, !check && !diff).outcome();
    console.report(outcome.problems());
    console.report(outcome.unwritten());
    if (diff) {
      outcome.changed().forEach(change -> console.print(change.difference()));
    } else if (piped && !check) {
      outcome.formatted().forEach(source -> console.print(source.text()));
    } else if (check || !options.quiet()) {
      outcome.changed().forEach(change -> console.line(change.source().text().name()));
    }
    if (!outcome.problems().isEmpty() || !outcome.unwritten().isEmpty()) {
      return ExitCode.BAD_INPUT.number();
    }
    boolean differs = (check || diff) && !outcome.changed().isEmpty();
    return (differs ? ExitCode.VIOLATION : ExitCode.HOLDS).number();
  }
}
