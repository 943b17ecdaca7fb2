package dev.zonec.cli;

import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.lint.AcceptedFindings;
import dev.zonec.compiler.lint.Deployed;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.Draft;
import dev.zonec.importer.ImportOptions;
import dev.zonec.importer.Importer;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.AddressText;
import dev.zonec.verifier.report.HostNetworkText;
import dev.zonec.verifier.report.VerificationReport;
import dev.zonec.verifier.report.VerificationSummary;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.smt.Z3Checker;
import dev.zonec.verifier.world.World;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts a zone program from the NetworkPolicies of manifests.",
      "The draft is read back from its text and proved to allow exactly what the policies do, over"
          + " every pod that could exist. What the language has no words for is listed, with its"
          + " place, and the exit code is 1."
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "MANIFESTS",
      arity = "0..*",
      description = "manifests to import, as with -m")
  private List<String> paths = List.of();

  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the draft to this file; else to standard output")
  private @Nullable Path output;

  @Option(names = "--force", description = "overwrite the file if it is there already")
  private boolean force;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      defaultValue = "imported",
      description = "the name of the draft's module (default: imported)")
  private String module = "imported";

  @Option(
      names = "--pods",
      paramLabel = "CIDR",
      split = ",",
      description = "where pods have their addresses; repeatable")
  private List<String> pods = new ArrayList<>();

  @Mixin private TimeLimit limit = new TimeLimit();

  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Reading may = assume.may();
    ImportOptions drafting = new ImportOptions(moduleName(), podBlocks(), avoidsPods());
    Console console = options.console();
    manifests.add(paths);
    if (!manifests.given()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "there is nothing to import: name manifests");
    }
    List<Diagnostic> problems = new ArrayList<>(manifests.missing());
    if (output != null) {
      DraftFile.inTheWay(output, force).ifPresent(problems::add);
    }
    if (console.refuses(problems)) {
      return ExitCode.BAD_INPUT.number();
    }
    return limit
        .claims(console, () -> drafted(drafting, console))
        .map(drafted -> finish(drafted, may, console))
        .orElse(ExitCode.INCONCLUSIVE)
        .number();
  }

  /** What came of drafting. */
  private sealed interface Drafted {
    /** A draft and its text. */
    record Text(Draft draft, String name, String text, LocalDate day, ReadManifests read)
        implements Drafted {}

    /** There is nothing to write. */
    record Nothing(ExitCode exit) implements Drafted {}
  }

  private Drafted drafted(ImportOptions drafting, Console console) {
    Thread.ofPlatform().daemon().start(Z3Checker::warmUp);
    ReadManifests read = manifests.read(manifests.load(options.progress(console)), List.of());
    if (console.refuses(read.unusable())) {
      return new Drafted.Nothing(ExitCode.BAD_INPUT);
    }
    read.tell(console, options);
    if (read.world().policies().isEmpty()) {
      console.report(read.gaps().stream().map(Gap::problem).toList());
      console.report(
          List.of(Diagnostic.error(Code.ZC0703, "the manifests hold no valid NetworkPolicy")));
      return new Drafted.Nothing(ExitCode.BAD_INPUT);
    }
    Draft draft = Importer.draft(read.world(), drafting);
    console.report(draft.idle());
    console.report(draft.unsayable());
    String name = output == null ? "(draft)" : output.toString();
    LocalDate day = Dates.orToday(null);
    return new Drafted.Text(draft, name, accepted(draft, name, read, day), day, read);
  }

  /** Writes the draft to the end, and proves it in what time is left. */
  private ExitCode finish(Drafted drafted, Reading may, Console console) {
    return switch (drafted) {
      case Drafted.Nothing(ExitCode exit) -> exit;
      case Drafted.Text text -> {
        Optional<ExitCode> failed = write(text, console);
        yield failed.isPresent()
            ? failed.get()
            : limit.left(console, () -> prove(text, may, console)).orElse(ExitCode.INCONCLUSIVE);
      }
    };
  }

  private Optional<ExitCode> write(Drafted.Text drafted, Console console) {
    if (output == null) {
      console.print(drafted.text());
      return Optional.empty();
    }
    Optional<Diagnostic> unwritten = DraftFile.write(output, drafted.text());
    unwritten.ifPresent(problem -> console.report(List.of(problem)));
    return unwritten.map(problem -> ExitCode.BAD_INPUT);
  }

  private ExitCode prove(Drafted.Text drafted, Reading may, Console console) {
    ProgramSources sources = ProgramSources.of(List.of(Source.of(drafted.name(), drafted.text())));
    return switch (Compiler.load(sources, new CompileOptions(drafted.day(), List.of()))) {
      case Loading.Rejected(var rejections) -> {
        console.report(rejections);
        console.remark("zonec: the draft is no program: a bug in zonec");
        yield ExitCode.BUG;
      }
      // A draft has no parameters, so that there is one variant.
      case Loading.Loaded(var variants, var warnings) ->
          prove(
              drafted.draft(),
              variants.getFirst().program(),
              drafted.read(),
              may,
              drafted.day(),
              console);
    };
  }

  /** The draft's text; what lint finds in it is what the policies say. */
  private static String accepted(Draft draft, String name, ReadManifests read, LocalDate day) {
    Deployed deployed = DeployedObjects.of(read.world(), read.inventory());
    LintOptions lint = new LintOptions(day, GivenParams.NONE, deployed, Set.of(), Set.of());
    return AcceptedFindings.in(Source.of(name, draft.text()), lint, "as the policies have it");
  }

  private ExitCode prove(
      Draft draft,
      ZoneProgram program,
      ReadManifests read,
      Reading may,
      LocalDate day,
      Console console) {
    World world = read.world();
    List<Gap> gaps = new ArrayList<>(read.gaps());
    HostNetworkText hosts = new HostNetworkText(world, program, may);
    hosts.gaps().forEach(problem -> gaps.add(new Gap(problem)));
    console.report(gaps.stream().map(Gap::problem).toList());
    console.report(hosts.warnings(true));
    console.report(AddressText.of(world, program.cluster()));
    VerificationResult result =
        new Verification(world, program, may, limit.deadline(), gaps, read.coverage())
            .runBothWays();
    console.report(new VerificationReport(program).diagnostics(result));
    if (!options.quiet()) {
      console.remark(count(draft, world));
      console.remark("the draft allows what the policies allow, and no more: " + word(result));
      new VerificationSummary(
              program,
              world,
              may,
              "as written",
              day,
              read.coverage(),
              FoundEnds.NONE,
              PatternNamespaces.of(program, world))
          .assuming(result)
          .forEach(console::remark);
    }
    if (!draft.unsayable().isEmpty() || result.anyRefuted()) {
      return ExitCode.VIOLATION;
    }
    return result.allProved() ? ExitCode.HOLDS : ExitCode.INCONCLUSIVE;
  }

  private static String count(Draft draft, World world) {
    return counted(world.policies().size(), "policy", "policies")
        + " drafted as "
        + counted(draft.zones(), "zone", "zones")
        + " and "
        + counted(draft.flows(), "flow", "flows")
        + (draft.unsayable().isEmpty()
            ? ""
            : "; left out: " + counted(draft.unsayable().size(), "rule", "rules"));
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static String word(VerificationResult result) {
    if (result.allProved()) {
      return "proved";
    }
    return result.anyRefuted() ? "failed" : "inconclusive";
  }

  private String moduleName() {
    ProgramSources nothingElse =
        ProgramSources.of(List.of(Source.of("--module", "module " + module + "\n")));
    if (Compiler.load(nothingElse, new CompileOptions(Dates.orToday(null), List.of()))
            instanceof Loading.Loaded(var variants, var warnings)
        && variants.getFirst().program().module().equals(module)) {
      return module;
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(), "--module takes a name such as shop.boutique, not " + module);
  }

  private boolean avoidsPods() {
    return assume.settles(Knob.IPBLOCK_MATCHES_PODS, Knob.IPBLOCK_MATCHES_PODS.restrictive());
  }

  private List<Cidr> podBlocks() {
    List<Cidr> blocks = new ArrayList<>();
    for (String written : pods) {
      Cidr block =
          Cidr.parse(written)
              .filter(cidr -> cidr.toString().equals(written))
              .orElseThrow(
                  () ->
                      new CommandLine.ParameterException(
                          spec.commandLine(),
                          "--pods takes address blocks such as 10.244.0.0/16, not " + written));
      blocks.add(block);
    }
    return blocks.stream().sorted().distinct().toList();
  }
}
