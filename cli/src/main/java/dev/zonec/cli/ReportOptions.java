package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.ReportFiles;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The formats of a report: on standard output, and in files. */
@OptionGroup(Subject.OUTPUT)
final class ReportOptions {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "what standard output gets: text, json, jsonl, sarif, junit, md, github or gitlab"
              + " (default: text)")
  private @Nullable OutputFormat chosen;

  private OutputFormat configured = OutputFormat.TEXT;

  private boolean events;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "FORMAT=FILE",
      converter = OutFile.Reading.class,
      description = "also write this format to FILE, such as sarif=zonec.sarif; repeatable")
  private List<OutFile> files = List.of();

  /** A format and the file that gets it. */
  record OutFile(OutputFormat format, Path file) {
    /** Reads {@code FORMAT=FILE}. */
    static final class Reading implements ITypeConverter<OutFile> {
      @Override
      public OutFile convert(String value) {
        int equals = value.indexOf('=');
        String name = equals < 0 ? value : value.substring(0, equals);
        OutputFormat format =
            OutputFormat.named(name)
                .orElseThrow(() -> new CommandLine.TypeConversionException(unknown(name)));
        if (equals < 0 || equals + 1 == value.length()) {
          throw new CommandLine.TypeConversionException(
              "`" + value + "` names no file; write " + format + "=FILE");
        }
        try {
          return new OutFile(format, Path.of(value.substring(equals + 1)));
        } catch (InvalidPathException e) {
          throw new CommandLine.TypeConversionException("`" + value + "` names no file");
        }
      }

      private static String unknown(String name) {
        return "`"
            + name
            + "` is none of "
            + Arrays.stream(OutputFormat.values())
                .map(OutputFormat::toString)
                .collect(Collectors.joining(", "));
      }
    }
  }

  /** Allows the formats of events too. */
  ReportOptions withEvents() {
    events = true;
    return this;
  }

  /**
   * Uses the format of the configuration file unless an option chooses one. Rejects formats that
   * the command does not have.
   */
  void apply(Settings settings) {
    configured = settings.format().flatMap(OutputFormat::named).orElse(configured);
    for (OutputFormat each : OutputFormat.values()) {
      if (each.events() && !events && wants(each)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), each + " is a format of `flows check` only");
      }
    }
  }

  OutputFormat format() {
    return chosen == null ? configured : chosen;
  }

  /** Whether the format is written anywhere. */
  boolean wants(OutputFormat wanted) {
    return format() == wanted || files.stream().anyMatch(out -> out.format() == wanted);
  }

  /** Whether a format is written that is made from a report. */
  boolean wantsReport() {
    return format() != OutputFormat.TEXT || !files.isEmpty();
  }

  /**
   * Writes the files, and prints the report to standard output unless its format is text, which is
   * printed while the command runs. Returns the exit code: {@code exit}, unless a file cannot be
   * written.
   *
   * @param own the texts of formats that the command does not make from a report
   */
  ExitCode write(
      Console console,
      ExitCode exit,
      Supplier<Report> report,
      Map<OutputFormat, Supplier<String>> own) {
    if (!wantsReport()) {
      return exit;
    }
    Map<OutputFormat, String> texts = new LinkedHashMap<>();
    List<OutputFormat> fromReport = new ArrayList<>();
    for (OutputFormat each : OutputFormat.values()) {
      if (wants(each) && own.containsKey(each)) {
        texts.put(each, own.get(each).get());
      } else if (wants(each)) {
        fromReport.add(each);
      }
    }
    if (!fromReport.isEmpty()) {
      Report made = report.get();
      fromReport.forEach(each -> texts.put(each, each.text(made)));
    }
    Map<Path, String> contents = new LinkedHashMap<>();
    files.forEach(out -> contents.put(out.file(), texts.getOrDefault(out.format(), "")));
    Optional<Diagnostic> failed = ReportFiles.write(contents);
    failed.ifPresent(problem -> console.report(List.of(problem)));
    if (format() != OutputFormat.TEXT) {
      console.print(texts.getOrDefault(format(), ""));
    }
    return failed.isPresent() ? exit.worse(ExitCode.BAD_INPUT) : exit;
  }
}
