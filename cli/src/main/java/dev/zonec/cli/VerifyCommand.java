package dev.zonec.cli;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.AddressText;
import dev.zonec.verifier.report.HiddenClientText;
import dev.zonec.verifier.report.HostNetworkText;
import dev.zonec.verifier.report.VerificationReport;
import dev.zonec.verifier.report.VerificationSummary;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.smt.Z3Checker;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
      "Proves, over every pod that could exist, that all the policies together allow what the"
          + " program declares and nothing else, and that its assertions hold.",
      "Where no manifest was generated from the program, the compiled policies are added in memory"
          + " and that plan is proved; else what is written is. For other values of parameters"
          + " than the given and default ones it is always the plan."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ZONES",
      arity = "1..*",
      description = "sources: .zone files, or folders read whole")
  private List<String> zones = List.of();

  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  static final class Mode {
    @Option(
        names = "--plan",
        description = "prove the compiled policies with those that are not the program's")
    private boolean plan;

    @Option(names = "--as-written", description = "prove what is written and nothing else")
    private boolean asWritten;
  }

  @ArgGroup(exclusive = true)
  private Mode mode = new Mode();

  @Mixin private TimeLimit limit = new TimeLimit();

  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private PolicyLintOptions lint = new PolicyLintOptions();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Reading may = assume.may();
    Console console = options.console();
    return limit
        .claims(console, () -> verify(may, console))
        .orElseGet(ExitCode.INCONCLUSIVE::number);
  }

  private Integer verify(Reading may, Console console) {
    List<Diagnostic> missing = manifests.missing();
    if (console.refuses(missing)) {
      return ExitCode.BAD_INPUT.number();
    }
    ProgramOptions.Given given = program.given();
    if (console.refuses(given.problems())) {
      return ExitCode.BAD_INPUT.number();
    }
    // The manifests are read while the sources are, and the solver's native code is loaded. Names
    // are resolved after both: the manifests may show where `apiserver` and `nodes` are.
    CompletableFuture<LoadedManifests> loading =
        CompletableFuture.supplyAsync(() -> manifests.load(options.progress(console)));
    Thread.ofPlatform().daemon().start(Z3Checker::warmUp);
    ProgramSources sources = program.sources(zones);
    LoadedManifests loaded = loading.join();
    if (console.refuses(loaded.unusable())) {
      return ExitCode.BAD_INPUT.number();
    }
    FoundEnds ends = loaded.ends();
    return switch (Compiler.load(sources, expiry.with(List.of(), given.params(), ends))) {
      case Loading.Rejected(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT.number();
      }
      case Loading.Loaded(var variants, var warnings) -> {
        // Replicas are told apart by whatever some variant asks of them.
        List<Selector> asked =
            variants.stream().flatMap(v -> v.program().podSelectors().stream()).distinct().toList();
        ReadManifests read = manifests.read(loaded, asked);
        console.report(
            IgnoreComments.left(
                NobodyConcerned.warnings(
                    variants.stream().map(LoadedVariant::program).toList(), read),
                sources.sources()));
        console.report(warnings);
        read.tell(console, options);
        console.report(read.gaps().stream().map(Gap::problem).toList());
        ExitCode worst = ExitCode.HOLDS;
        for (LoadedVariant variant : variants) {
          Console told = variants.size() > 1 ? console.noting(variant.label()) : console;
          if (!variant.label().isEmpty() && !options.quiet()) {
            console.line(variant.label() + ":");
          }
          worst = worst.worse(verify(variant, sources, read, ends, may, told));
          limit.again();
        }
        yield worst.number();
      }
    };
  }

  private ExitCode verify(
      LoadedVariant variant,
      ProgramSources sources,
      ReadManifests read,
      FoundEnds ends,
      Reading may,
      Console console) {
    ZoneProgram program = variant.program();
    World world = read.world();
    PlannedPatterns patterns = PlannedPatterns.of(variant, sources, world);
    boolean hasPatterns = !program.patterns().isEmpty();
    List<Gap> gaps = new ArrayList<>();
    String proved = "as written";
    PlannedPolicies planned = PlannedPolicies.of(variant);
    // What is written was compiled for one choice of values, and cannot hold for the others.
    boolean written = planned.areWrittenIn(world);
    PolicyOrigins origins;
    boolean plan = mode.plan || (!written && !mode.asWritten);
    if (plan || hasPatterns) {
      switch (patterns.compiled(read.catalog())) {
        case Compilation.Rejected(var problems) -> {
          console.report(problems.stream().filter(Diagnostic::isError).toList());
          return ExitCode.BAD_INPUT;
        }
        case Compilation.Compiled compiled -> {
          console.report(
              compiled.warnings().stream().filter(VerifyCommand::isOfNamespaces).toList());
          ReadManifests back =
              ManifestReading.compiled(TranslationValidation.texts(compiled.policies()));
          gaps.addAll(back.gaps());
          List<Policy> policies = back.world().policies();
          origins = PolicyOrigins.of(program, policies);
          world = plan ? planned.in(world, policies) : patterns.withStandIns(world, policies);
          proved = plan ? "plan" : "as written";
        }
      }
    } else {
      origins = CompiledOrigins.of(variant, sources, read);
    }
    PatternNamespaces namespaces = patterns.among(world);
    program = namespaces.instances();
    HostNetworkText hosts = new HostNetworkText(world, program, may);
    hosts.gaps().forEach(problem -> gaps.add(new Gap(problem)));
    console.report(gaps.stream().map(Gap::problem).toList());
    console.report(IgnoreComments.left(hosts.warnings(true), sources.sources()));
    gaps.addAll(read.gaps());
    console.report(AddressText.of(world, program.cluster()));
    console.report(
        IgnoreComments.left(HiddenClientText.of(world, program, may), sources.sources()));
    lint.report(read, program.cluster(), options.quiet(), console);
    if (program.assertions().isEmpty() && program.flows().stream().allMatch(f -> f.implied())) {
      console.report(List.of(nothing()));
    }
    VerificationResult result =
        new Verification(
                world,
                program,
                may,
                limit.deadline(),
                gaps,
                patterns.with(read.coverage()),
                hasPatterns
                    ? new NamespaceScope.OfPatterns(namespaces)
                    : new NamespaceScope.Anywhere())
            .run();
    console.report(
        IgnoreComments.left(
            new VerificationReport(program, origins).diagnostics(result), sources.sources()));
    if (!options.quiet()) {
      new VerificationSummary(
              program, world, may, proved, expiry.day(), read.coverage(), ends, namespaces)
          .lines(result, NobodyConcerned.zones(program, read), manifests.given())
          .forEach(console::line);
    }
    return exitCode(result);
  }

  /** Whether it is about which namespaces policies are compiled for. */
  private static boolean isOfNamespaces(Diagnostic warning) {
    return warning.code() == Code.ZC0705 || warning.code() == Code.ZC0210;
  }

  private static Diagnostic nothing() {
    return new Diagnostic(
        Severity.WARNING,
        Code.ZC0512,
        "the program declares no flow and no assertion",
        new Place.Nowhere(),
        "",
        List.of());
  }

  private static ExitCode exitCode(VerificationResult result) {
    if (result.anyRefuted()) {
      return ExitCode.VIOLATION;
    }
    return result.allProved() ? ExitCode.HOLDS : ExitCode.INCONCLUSIVE;
  }
}
