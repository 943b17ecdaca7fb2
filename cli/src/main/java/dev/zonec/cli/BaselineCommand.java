package dev.zonec.cli;

import dev.zonec.application.accept.Accept;
import dev.zonec.application.accept.AcceptRequest;
import dev.zonec.application.accept.NewEntries;
import dev.zonec.application.config.Settings;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.diagnostics.InputPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec baseline}. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    description = {
      "Accepts the findings of `zonec verify`: writes them to a file with which `verify` fails on"
          + " new findings only.",
      "Entries for findings that no longer exist are removed. What was not decided cannot be"
          + " accepted."
    })
final class BaselineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ZONES",
      arity = "0..*",
      description =
          ".zone files, or folders with .zone files (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "the file (default: `baseline` of the configuration file, or zonec-baseline.yaml)")
  private @Nullable String file;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "why the findings that are new are accepted")
  private @Nullable String reason;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "the last day on which they are accepted (default: in 90 days)")
  private @Nullable LocalDate until;

  @Option(
      names = "--prune",
      description = "accept nothing, and only remove entries for findings that no longer exist")
  private boolean prune;

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @ArgGroup(exclusive = true)
  private VerifyCommand.Mode mode = new VerifyCommand.Mode();

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private CacheOptions cache = new CacheOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    program.require(settings, zones);
    InputPath target =
        Optional.ofNullable(file)
            .map(InputPath::of)
            .or(() -> settings.baseline().map(BaselineOptions::input))
            .orElseGet(() -> InputPath.of(AcceptRequest.STANDARD_FILE));
    VerifyRequest verify =
        new VerifyRequest(
            program.request(settings, zones, expiry.day(), expiry.expired()),
            manifests.deployed(settings, console.readingProgress()),
            mode.policies(),
            assume.may(settings),
            cache.known(settings));
    AcceptRequest request = new AcceptRequest(verify, target, newEntries());
    JsonDocument document = new JsonDocument("baseline");
    BaselineReport report =
        new BaselineReport(
            console, options, settings.baseline().isPresent(), format.json(), document);
    ExitCode exit =
        limit
            .claims(console, () -> Accept.of(request, limit.deadline()))
            .map(report::of)
            .orElse(ExitCode.INCONCLUSIVE);
    exit = cache.saved(console, options, exit);
    return (format.json() ? document.printed(console, exit) : exit).number();
  }

  private Optional<NewEntries> newEntries() {
    if (prune && (reason != null || until != null)) {
      throw usage("--prune accepts nothing, so it takes neither --reason nor --until");
    }
    if (prune) {
      return Optional.empty();
    }
    return switch (NewEntries.of(
        Optional.ofNullable(reason), Optional.ofNullable(until), expiry.day())) {
      case NewEntries.Wanted.Valid(NewEntries entries) -> Optional.of(entries);
      case NewEntries.Wanted.WithoutReason() ->
          throw usage("pass --reason TEXT, on one line, or --prune");
      case NewEntries.Wanted.Past(LocalDate last) ->
          throw usage("--until is a day in the past: " + last);
    };
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
