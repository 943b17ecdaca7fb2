package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.flows.FlowRequest;
import dev.zonec.application.input.ProgramPath;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.rule.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The logs of a command, and what they are compared with. */
@OptionGroup(Subject.COMMAND)
final class LogOptions {
  /** The usage error of a command that compares flows with manifests. */
  static final String NO_MANIFESTS =
      "flows are compared with manifests: pass some with -m PATH, or a cluster with -k";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "logs: files and folders, also compressed with gzip, or - for standard input; and .zone"
              + " files, or folders that contain some (default: the program of the configuration"
              + " file)")
  private List<String> paths = List.of();

  @Option(
      names = "--accept",
      paramLabel = "REASON",
      split = ",",
      description =
          "accept that flows are not judged for this reason, such as node-network; all accepts"
              + " every reason; repeatable")
  private List<String> accepted = new ArrayList<>();

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();

  /** Returns the settings of the configuration file. */
  Settings settings(Console console, ConsoleOptions output, TimeLimit limit) {
    return config.settings(console, output, limit);
  }

  /** Returns the date for which expiry is evaluated. */
  ExpiryOptions expiry() {
    return expiry;
  }

  /** Returns the names of the logs, as the user gave them. */
  List<String> logs() {
    return paths.stream().filter(path -> !ProgramPath.isProgram(path)).toList();
  }

  /** Whether a log is a stream that may never end. */
  boolean readsStream() {
    return logs().contains("-");
  }

  /** Returns the request, or rejects an invalid command line. */
  FlowRequest request(
      Settings settings, Console console, List<String> threats, Thresholds thresholds) {
    List<String> zones = paths.stream().filter(ProgramPath::isProgram).toList();
    if (logs().isEmpty()) {
      throw refused("there is no log: pass files or folders with logs, or - for standard input");
    }
    if (readsStream() && manifests.readsStandardInput()) {
      throw refused("standard input cannot be both a log and manifests");
    }
    if (logs().stream().filter("-"::equals).count() > 1) {
      throw refused("standard input is named twice");
    }
    return new FlowRequest(
        InputPath.of(logs()),
        InputPath.of(threats),
        System.in,
        program.request(settings, zones, expiry.day(), expiry.expired()),
        manifests.deployed(settings, console.readingProgress()),
        assume.may(settings),
        thresholds,
        accepted());
  }

  /**
   * Reads what the logs are compared with, in the time limit, and reports it.
   *
   * @param reading reads it
   * @param noManifests the usage error if there are no manifests
   * @param report reads the logs, and reports what they show
   */
  ExitCode inputs(
      Supplier<FlowInputs> reading,
      TimeLimit limit,
      Console console,
      String noManifests,
      Function<FlowInputs.Ready, ExitCode> report) {
    Optional<FlowInputs> inputs = limit.result(console, reading);
    if (inputs.isEmpty()) {
      return ExitCode.INCONCLUSIVE;
    }
    return switch (inputs.get()) {
      case FlowInputs.NoManifests none -> throw refused(noManifests);
      case FlowInputs.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case FlowInputs.Ready ready -> report.apply(ready);
    };
  }

  private Set<Doubt> accepted() {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    for (String word : accepted) {
      List<Doubt> named =
          Arrays.stream(Doubt.values())
              .filter(Doubt::acceptable)
              .filter(doubt -> word.equals("all") || doubt.word().equals(word))
              .toList();
      if (named.isEmpty()) {
        throw refused(
            "--accept takes all, or one of "
                + Arrays.stream(Doubt.values())
                    .filter(Doubt::acceptable)
                    .map(Doubt::word)
                    .collect(Collectors.joining(", ")));
      }
      doubts.addAll(named);
    }
    return doubts;
  }

  /** Returns an error about the command line. */
  CommandLine.ParameterException refused(String reason) {
    return new CommandLine.ParameterException(spec.commandLine(), reason);
  }
}
