package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.diff.Diff;
import dev.zonec.application.diff.DiffRequest;
import dev.zonec.application.input.ManifestRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zonec diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a change of manifests opens and closes, for every pod that could exist:"
          + " connections, paths of any number of hops, verdicts, and the connections of declared"
          + " workloads.",
      "OLD and NEW are files or folders with manifests. If they contain .zone files, the zones of"
          + " NEW describe the difference, and policies that are not compiled yet count too."
    })
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "the manifests before the change")
  private String before = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "the manifests after the change")
  private String after = "";

  @Parameters(
      index = "2..*",
      paramLabel = "PATH",
      description = "the files and folders within OLD and NEW to read (default: all)")
  private List<String> parts = List.of();

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private FailOnDifference failOn = new FailOnDifference();
  @Mixin private ConsoleOptions options = new ConsoleOptions();
  @Mixin private FormatOption format = new FormatOption();

  @Override
  public Integer call() {
    Console console = options.console();
    Settings settings = config.settings(console, options, limit).withoutInputs();
    ManifestRequest shared = manifests.request(settings, options.progress(console));
    DiffRequest request =
        new DiffRequest(
            revision(before, shared, settings),
            revision(after, shared, settings),
            DiffRequest.missing(before, after, parts),
            assume.may(settings));
    DiffReport report = new DiffReport(console, options, failOn, format.format());
    return limit
        .result(console, () -> Diff.of(request))
        .map(report::of)
        .orElse(ExitCode.INCONCLUSIVE)
        .number();
  }

  private DiffRequest.Revision revision(String path, ManifestRequest shared, Settings settings) {
    return DiffRequest.Revision.of(
        path,
        parts,
        shared,
        sources -> program.request(settings, sources, expiry.day(), expiry.expired()));
  }
}
