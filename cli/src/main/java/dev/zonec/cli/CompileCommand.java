package dev.zonec.cli;

import dev.zonec.application.compile.Compile;
import dev.zonec.application.compile.CompileRequest;
import dev.zonec.application.compile.CompileTarget;
import dev.zonec.application.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec compile}. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    description = {
      "Compiles a zone program to NetworkPolicies.",
      "Every compilation is proved before anything is written: the policies, read back from their"
          + " text, allow what the program declares and nothing else."
    })
final class CompileCommand implements Callable<Integer> {
  static final String STANDARD_OUTPUT = "-";
  private static final String ADMISSION = "admission";

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "ZONES",
      arity = "0..*",
      description =
          ".zone files, or folders with .zone files (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "write the policies to this folder, or to standard output with - (default: the output of"
              + " the configuration file, or else standard output)")
  private @Nullable Path output;

  @Option(
      names = "--emit",
      paramLabel = "WHAT",
      split = ",",
      description =
          "also write this: admission (ValidatingAdmissionPolicies that enforce `trust label` and"
              + " `disjoint`)")
  private List<String> emitted = List.of();

  @Option(names = "--check", description = "write nothing; fail if the folder is not up to date")
  private boolean check;

  @Mixin private ExpiryOptions expiry = new ExpiryOptions();

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private CacheOptions cache = new CacheOptions();

  @Mixin private OutputOptions options = new OutputOptions();

  @Mixin private ReportOptions reports = new ReportOptions();

  @Override
  public Integer call() {
    for (String what : emitted) {
      if (!what.equals(ADMISSION)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--emit must be " + ADMISSION + ", and not `" + what + "`");
      }
    }
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    reports.apply(settings);
    program.require(settings, zones);
    Optional<Path> folder = folder(settings);
    if (check && folder.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--check needs a folder: -o DIR");
    }
    if (folder.isEmpty() && reports.format() != OutputFormat.TEXT) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "without -o DIR, standard output gets the policies; write `--out "
              + reports.format()
              + "=FILE`, or give -o DIR");
    }
    CompileRequest request =
        new CompileRequest(
            program.request(settings, zones, expiry.day(), expiry.expired()),
            manifests.request(settings, console.readingProgress()),
            assume.may(settings),
            emitted.contains(ADMISSION),
            cache.known(settings));
    CompileReport report =
        new CompileReport(console, options, reports, request.program().names(), target(folder));
    // Files are written after the proof, outside of the time limit.
    ExitCode exit =
        limit
            .claims(console, () -> new Compile(request, limit::deadline).outcome())
            .map(report::of)
            .orElseGet(() -> report.timedOut(limit.missed()));
    return cache.saved(console, options, exit).number();
  }

  private CompileTarget target(Optional<Path> folder) {
    if (folder.isEmpty()) {
      return new CompileTarget.Shown();
    }
    return check
        ? new CompileTarget.Compared(folder.get(), reports.wantsReport())
        : new CompileTarget.Folder(folder.get());
  }

  private Optional<Path> folder(Settings settings) {
    if (output == null) {
      return settings.output().map(folder -> Path.of(folder.name()));
    }
    return output.toString().equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(output);
  }
}
