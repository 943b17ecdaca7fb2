package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.diff.Diff;
import dev.zonec.application.diff.DiffRequest;
import dev.zonec.application.revision.RevisionRange;
import dev.zonec.application.revision.Revisions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a change of manifests opens and closes, for every pod that could exist:"
          + " connections, paths of any number of hops, verdicts, and the connections of declared"
          + " workloads.",
      "OLD and NEW are files or folders with manifests. With --git, they are revisions of the Git"
          + " repository, and without arguments the last commit and the working tree. If they"
          + " contain .zone files, the zones of NEW describe the difference, and policies that are"
          + " not compiled yet count too."
    })
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      description =
          "OLD, NEW, and the files and folders within both to read (default: all); with --git, only"
              + " the files and folders (default: the configuration file's, or this folder)")
  private List<String> arguments = List.of();

  @Option(
      names = "--git",
      paramLabel = "BASE",
      arity = "0..1",
      fallbackValue = "HEAD",
      description =
          "compare the revision BASE with the working tree, or two revisions: BASE..HEAD,"
              + " BASE...HEAD (from their merge base) or BASE HEAD")
  private @Nullable String range;

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private CacheOptions cache = new CacheOptions();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private FailOnDifference failOn = new FailOnDifference();
  @Mixin private ConsoleOptions options = new ConsoleOptions();
  @Mixin private ReportOptions reports = new ReportOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    reports.apply(settings);
    Revisions revisions = revisions(settings);
    Settings shared = settings.withoutInputs();
    DiffRequest request =
        new DiffRequest(
            revisions,
            program.request(shared, List.of(), expiry.day(), expiry.expired()),
            manifests.request(shared, console.readingProgress()),
            assume.may(settings),
            cache.known(settings));
    DiffReport report = new DiffReport(console, options, failOn.kinds(settings), reports, inputs());
    ExitCode exit =
        limit
            .result(console, () -> Diff.of(request))
            .map(report::of)
            .orElseGet(() -> report.timedOut(limit.missed()));
    return cache.saved(console, options, exit).number();
  }

  /** Returns the files and folders of the new revision, as the user named them. */
  private List<String> inputs() {
    return range == null && arguments.size() > 1 ? List.of(arguments.get(1)) : arguments;
  }

  private Revisions revisions(Settings settings) {
    if (range == null && arguments.size() == 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "diff takes OLD and NEW; to compare with a Git revision, pass --git "
              + arguments.getFirst());
    }
    return range == null && !arguments.isEmpty()
        ? new Revisions.Folders(
            arguments.get(0), arguments.get(1), arguments.subList(2, arguments.size()))
        : new Revisions.Commits(
            Main.of(spec.commandLine()).folder(),
            RevisionRange.of(range == null ? "" : range),
            arguments,
            settings);
  }
}
