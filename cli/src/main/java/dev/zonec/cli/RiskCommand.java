package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.input.ProgramPath;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.application.risk.FailOnRisk;
import dev.zonec.application.risk.Risk;
import dev.zonec.application.risk.RiskRequest;
import dev.zonec.diagnostics.InputPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec risk}. */
@Command(
    name = "risk",
    mixinStandardHelpOptions = true,
    description = {
      "Ranks the vulnerabilities of container images by what an attacker can do with the workloads"
          + " that run them: what the internet reaches, with the path, and what it reaches onward.",
      "REPORT is a file or folder with reports of Trivy, Grype or Clair, VulnerabilityReport"
          + " objects, CycloneDX, OpenVEX, KEV or EPSS; zonec finds the format by the content. A"
          + " .zone file, or a folder that contains some, is a program, whose zones and assertions"
          + " say what is sensitive."
    })
final class RiskCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "REPORT",
      arity = "0..*",
      description =
          "reports: files, folders, or - for standard input; and .zone files (default: those of the"
              + " configuration file)")
  private List<String> arguments = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "SCOPE:SEVERITY",
      converter = Limit.class,
      description =
          "exit with 1 if a workload has such a vulnerability, such as reachable:critical. SCOPE is"
              + " any, reachable (from the internet or another workload) or internet; SEVERITY and"
              + " worse is critical, high, medium or low")
  private @Nullable FailOnRisk failOn;

  @Option(
      names = "--ignore-unscanned",
      description = "with --fail-on: pass although images of workloads in the scope have no report")
  private boolean ignoreUnscanned;

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private PolicyLintOptions lint = new PolicyLintOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private ConsoleOptions options = new ConsoleOptions();
  @Mixin private ReportOptions reports = new ReportOptions();

  /** Reads a limit. */
  static final class Limit implements ITypeConverter<FailOnRisk> {
    @Override
    public FailOnRisk convert(String value) {
      return FailOnRisk.parse(value)
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "`"
                          + value
                          + "` is not SCOPE:SEVERITY; SCOPE is one of "
                          + joined(Stream.of(FailOnRisk.Scope.values()).map(Object::toString))
                          + ", and SEVERITY one of "
                          + joined(FailOnRisk.severities().stream().map(each -> each.word()))));
    }

    private static String joined(Stream<String> words) {
      return String.join(", ", words.toList());
    }
  }

  @Override
  public Integer call() {
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    reports.apply(settings);
    List<String> zones = new ArrayList<>();
    List<String> files = new ArrayList<>();
    arguments.forEach(each -> (ProgramPath.isProgram(each) ? zones : files).add(each));
    if (files.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "there is no report: pass files or folders with reports of scanners");
    }
    if (files.contains("-") && manifests.readsStandardInput()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "only one of the reports and the manifests can be standard input");
    }
    RiskRequest request =
        new RiskRequest(
            InputPath.of(files),
            System.in,
            new QuestionRequest(
                program.request(settings, zones, expiry.day(), expiry.expired()),
                manifests.deployed(settings, console.readingProgress()),
                assume.may(settings)),
            Optional.ofNullable(failOn),
            ignoreUnscanned);
    RiskReport report =
        new RiskReport(console, options, limit, lint, reports, files, settings.environments());
    return limit
        .result(console, () -> new Risk(request).outcome())
        .map(outcome -> report.of(outcome, this::refused))
        .orElseGet(() -> report.timedOut(limit.missed()))
        .number();
  }

  private CommandLine.ParameterException refused(String reason) {
    return new CommandLine.ParameterException(spec.commandLine(), reason);
  }
}
