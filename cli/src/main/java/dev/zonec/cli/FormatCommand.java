package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.format.Format;
import dev.zonec.compiler.rewrite.Rewriting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      "Formats zone programs and files of expectations, in place. There is one style and no option"
          + " for it.",
      "The meaning and the comments of a source do not change. A source with a syntax error is not"
          + " changed."
    })
final class FormatCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      description =
          ".zone and .expect files, or folders with them; - for standard input, a program whose"
              + " formatted text is printed (default: the program of the configuration file, or"
              + " else the current folder)")
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

  @Mixin private FormatOption format = new FormatOption();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    boolean piped = paths.contains(STANDARD_INPUT);
    if (piped && paths.size() > 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "- for standard input cannot be combined with other paths");
    }
    Console console = options.console();
    JsonDocument document = new JsonDocument("fmt");
    ExitCode exit = formatted(piped, document, console);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode formatted(boolean piped, JsonDocument document, Console console) {
    Format.Input input = piped ? new Format.Input.Stream(System.in) : new Format.Input.Files(paths);
    if (paths.isEmpty()) {
      Settings settings = config.settings(console, options);
      if (console.refuses(settings.programProblems())) {
        return ExitCode.BAD_INPUT;
      }
      input = Format.Input.configured(settings);
    }
    Format.Outcome outcome = new Format(input, !check && !diff).outcome();
    console.report(outcome.problems());
    console.report(outcome.unwritten());
    if (format.json()) {
      boolean written = !check && !diff && !piped;
      document.put("written", written);
      document.put(
          "files", outcome.formatted().stream().map(each -> data(each, outcome, written)).toList());
    } else if (diff) {
      outcome.changed().forEach(change -> console.print(change.difference()));
    } else if (piped && !check) {
      outcome.formatted().forEach(source -> console.print(source.text()));
    } else if (check || !options.quiet()) {
      outcome.changed().forEach(change -> console.line(change.source().text().name()));
    }
    return outcome.complete() ? ExitCode.of(outcome.conclusion()) : ExitCode.BAD_INPUT;
  }

  /** Returns a file: whether it was formatted, and the text or the changes if they are wanted. */
  private Map<String, Object> data(Rewriting file, Format.Outcome outcome, boolean written) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("file", file.source().text().name());
    data.put("formatted", !file.changes());
    if (written && file.changes()) {
      data.put("written", outcome.changed().contains(file));
    }
    if (diff && file.changes()) {
      data.put("difference", file.difference());
    }
    if (!written && !check && !diff) {
      data.put("text", file.text());
    }
    return data;
  }
}
