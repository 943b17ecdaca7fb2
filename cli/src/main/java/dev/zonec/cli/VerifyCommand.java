package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.application.verify.VerifyRequest.Policies;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Proves, for every pod that could exist, that all policies together allow what the program"
          + " declares and nothing else, and that its assertions hold.",
      "If no manifest was generated from the program, zonec compiles the program in memory and"
          + " proves this plan. Otherwise it proves the policies as written. For values of"
          + " parameters other than the given and default ones, it always proves the plan."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ZONES",
      arity = "0..*",
      description =
          ".zone files, or folders with .zone files (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  static final class Mode {
    @Option(
        names = "--plan",
        description = "prove the compiled policies, together with policies of others")
    private boolean plan;

    @Option(names = "--as-written", description = "prove the policies as written")
    private boolean asWritten;

    Policies policies() {
      if (plan) {
        return Policies.PLAN;
      }
      return asWritten ? Policies.AS_WRITTEN : Policies.PLAN_IF_NOT_WRITTEN;
    }
  }

  @ArgGroup(exclusive = true)
  private Mode mode = new Mode();

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private WatchOption watch = new WatchOption();
  @Mixin private CacheOptions cache = new CacheOptions();

  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private WorldOptions world = new WorldOptions();
  @Mixin private AdversaryOptions adversaries = new AdversaryOptions();
  @Mixin private ExplainOptions explain = new ExplainOptions();
  @Mixin private BaselineOptions baseline = new BaselineOptions();
  @Mixin private PolicyLintOptions lint = new PolicyLintOptions();
  @Mixin private CrossCheckOptions crossCheck = new CrossCheckOptions();
  @Mixin private CertificateOptions certificate = new CertificateOptions();
  @Mixin private OutputOptions options = new OutputOptions();
  @Mixin private TreeOption tree = new TreeOption();

  @Mixin private ReportOptions reports = new ReportOptions();

  @Override
  public Integer call() {
    return watch.runs(zones, manifests, this::run);
  }

  private ExitCode run() {
    adversaries.check();
    world.check(adversaries.wanted());
    world.check(explain.wanted());
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    reports.apply(settings);
    program.require(settings, zones);
    Optional<CertificateReport> certified = certificate.report(console);
    Optional<CrossCheckReport> checked = crossCheck.report(console, limit);
    Optional<InputPath> accepted = baseline.file(settings);
    world.check(accepted.map(file -> "a baseline (" + file.name() + ")"));
    world.check(certified.map(each -> "--certificate"));
    world.check(checked.map(each -> "--cross-check"));
    VerifyRequest request =
        new VerifyRequest(
            program.request(settings, zones, expiry.day(), expiry.expired()),
            manifests.deployed(settings, console.readingProgress()),
            mode.policies(),
            assume.may(settings),
            accepted,
            false,
            cache.known(settings),
            certified.isPresent() || checked.isPresent(),
            world.world(),
            cache.prover());
    List<Diagnostic> refusals =
        certified.map(each -> each.certificate().refusals(request)).orElse(List.of());
    if (!refusals.isEmpty()) {
      console.report(refusals);
      return ExitCode.USAGE;
    }
    VerifyReport report =
        new VerifyReport(
            console, options, tree, limit, lint, reports, adversaries, explain, certified, checked);
    ExitCode exit =
        limit
            .claims(
                console,
                () ->
                    certified
                        .map(each -> each.certificate().files().during(() -> Verify.of(request)))
                        .orElseGet(() -> Verify.of(request)))
            .map(verify -> report.of(verify))
            .orElseGet(() -> report.timedOut(request.program().names()));
    return cache.saved(console, options, exit);
  }
}
