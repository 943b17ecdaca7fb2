package dev.zonec.cli;

import dev.zonec.access.report.AccessAnswer;
import dev.zonec.access.report.AccessData;
import dev.zonec.access.report.AccessText;
import dev.zonec.application.access.ListPowers;
import dev.zonec.application.config.Settings;
import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.reading.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec rbac}. */
@Command(
    name = "rbac",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the users, groups and service accounts that can undo what was proved: those that can"
          + " change policies, labels of pods and namespaces, workloads or admission policies, or"
          + " give themselves such rights.",
      "With a program, it also lists the assertions that rest on each of them."
    },
    subcommands = RbacRolesCommand.class)
final class RbacCommand implements Callable<Integer> {
  enum FailOn {
    WORKLOAD,
    SUBJECT;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ZONES",
      arity = "0..*",
      description =
          ".zone files, or folders with .zone files (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description =
          "list only this subject, whether or not it has such rights: user:NAME, group:NAME or"
              + " sa:NAMESPACE/NAME")
  private @Nullable String subject;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description =
          "exit with 1 if a workload carries such a service account (workload), or if any subject"
              + " outside of Kubernetes itself has such rights (subject)")
  private @Nullable FailOn failOn;

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private ConsoleOptions options = new ConsoleOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    ListPowers listing =
        new ListPowers(
            new QuestionRequest(
                program.request(settings, zones, expiry.day(), expiry.expired()),
                manifests.deployed(settings, console.readingProgress()),
                Reading.MAY),
            Optional.ofNullable(subject));
    JsonDocument document = new JsonDocument("rbac");
    ExitCode exit =
        limit
            .result(console, listing::outcome)
            .map(outcome -> report(outcome, console, document))
            .orElse(ExitCode.INCONCLUSIVE);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode report(
      QuestionOutcome<AccessAnswer> outcome, Console console, JsonDocument document) {
    return switch (outcome) {
      case QuestionOutcome.Unusable<AccessAnswer>(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case QuestionOutcome.UnknownEnds<AccessAnswer>(var about, var problems) -> {
        read(about, console);
        console.report(problems);
        yield ExitCode.USAGE;
      }
      case QuestionOutcome.NoManifests<AccessAnswer>() ->
          throw new CommandLine.ParameterException(
              spec.commandLine(),
              "roles are read from manifests: pass some with -m PATH, or a cluster with -k");
      case QuestionOutcome.Malformed<AccessAnswer> malformed ->
          throw new IllegalStateException("there is no question: " + malformed);
      case QuestionOutcome.Unsuitable<AccessAnswer> unsuitable ->
          throw new IllegalStateException("there is no question: " + unsuitable);
      case QuestionOutcome.Answered<AccessAnswer>(var about, var answer, var missing) -> {
        read(about, console);
        console.report(missing);
        if (format.json()) {
          document.putAll(AccessData.of(answer));
        } else {
          AccessText.lines(answer, options.all()).forEach(console::wrapped);
        }
        yield judged(about, answer, missing, console);
      }
    };
  }

  private void read(AnsweredManifests about, Console console) {
    new ManifestsReport(console, options).read(about.read());
    console.report(about.gaps());
  }

  private ExitCode judged(
      AnsweredManifests about, AccessAnswer answer, List<Diagnostic> missing, Console console) {
    boolean found =
        (failOn == FailOn.WORKLOAD && answer.anyWorkload())
            || (failOn == FailOn.SUBJECT && answer.anySubject());
    if (found) {
      return ExitCode.VIOLATION;
    }
    ExitCode coverage = new ManifestsReport(console, options).coverage(about, missing);
    if (coverage != ExitCode.HOLDS) {
      return coverage;
    }
    boolean absent = missing.stream().anyMatch(each -> each.code() == Code.ZC1102);
    if (failOn != null && absent && !manifests.acceptsUnread()) {
      console.status(
          "the rights of a role that does not exist are not known; to accept that, pass"
              + " --skip-unreadable");
      return ExitCode.INCONCLUSIVE;
    }
    return ExitCode.HOLDS;
  }
}
