package dev.zonec.cli;

import dev.zonec.access.report.AccessData;
import dev.zonec.access.report.AccessText;
import dev.zonec.application.access.FailOnAccess;
import dev.zonec.application.access.ListPowers;
import dev.zonec.application.access.ListedPowers;
import dev.zonec.application.access.PowersRequest;
import dev.zonec.application.config.Settings;
import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.reading.Reading;
import java.util.List;
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
  private @Nullable FailOnAccess failOn;

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
            new PowersRequest(
                new QuestionRequest(
                    program.request(settings, zones, expiry.day(), expiry.expired()),
                    manifests.deployed(settings, console.readingProgress()),
                    Reading.MAY),
                Optional.ofNullable(subject),
                Optional.ofNullable(failOn)));
    JsonDocument document = new JsonDocument("rbac");
    ExitCode exit =
        limit
            .result(console, listing::outcome)
            .map(outcome -> report(outcome, console, document))
            .orElse(ExitCode.INCONCLUSIVE);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private ExitCode report(
      QuestionOutcome<ListedPowers> outcome, Console console, JsonDocument document) {
    return switch (outcome) {
      case QuestionOutcome.Unusable<ListedPowers>(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case QuestionOutcome.UnknownEnds<ListedPowers>(var about, var problems) -> {
        read(about, console);
        console.report(problems);
        yield ExitCode.USAGE;
      }
      case QuestionOutcome.NoManifests<ListedPowers>() ->
          throw new CommandLine.ParameterException(
              spec.commandLine(),
              "roles are read from manifests: pass some with -m PATH, or a cluster with -k");
      case QuestionOutcome.Malformed<ListedPowers> malformed ->
          throw new IllegalStateException("there is no question: " + malformed);
      case QuestionOutcome.Unsuitable<ListedPowers> unsuitable ->
          throw new IllegalStateException("there is no question: " + unsuitable);
      case QuestionOutcome.Answered<ListedPowers>(var about, var listed, var missing) -> {
        read(about, console);
        console.report(missing);
        if (format.json()) {
          document.putAll(AccessData.of(listed.answer()));
        } else {
          AccessText.lines(listed.answer(), options.all()).forEach(console::wrapped);
        }
        yield exit(listed.judgement(), about, missing, console);
      }
    };
  }

  private void read(AnsweredManifests about, Console console) {
    new ManifestsReport(console, options).read(about.read());
    console.report(about.gaps());
  }

  private ExitCode exit(
      ListedPowers.Judgement judgement,
      AnsweredManifests about,
      List<Diagnostic> missing,
      Console console) {
    return switch (judgement) {
      case FAILS -> ExitCode.VIOLATION;
      case INCOMPLETE -> new ManifestsReport(console, options).coverage(about, missing);
      case ROLE_ABSENT -> {
        console.status(
            "the rights of a role that does not exist are not known; to accept that, pass"
                + " --skip-unreadable");
        yield ExitCode.INCONCLUSIVE;
      }
      case PASSES -> ExitCode.HOLDS;
    };
  }
}
