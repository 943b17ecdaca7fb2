package dev.zonec.cli;

import dev.zonec.application.draft.DraftFile;
import dev.zonec.application.draft.DraftProof;
import dev.zonec.application.draft.Import;
import dev.zonec.application.draft.ImportOutcome;
import dev.zonec.application.draft.ImportRequest;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.Draft;
import dev.zonec.importer.ImportOptions;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.report.VerificationReport;
import dev.zonec.verifier.report.VerificationSummary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    LocalDate day = Dates.orToday(null);
    ImportOptions drafting = new ImportOptions(moduleName(day), podBlocks(), avoidsPods());
    Console console = options.console();
    manifests.add(paths);
    if (!manifests.given()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "there is nothing to import: pass manifests");
    }
    ImportRequest request =
        new ImportRequest(
            manifests.request(options.progress(console)),
            drafting,
            output == null ? "(draft)" : output.toString(),
            may,
            day);
    List<Diagnostic> problems = new ArrayList<>(request.manifests().missing());
    if (output != null) {
      DraftFile.inTheWay(output, force).ifPresent(problems::add);
    }
    if (console.refuses(problems)) {
      return ExitCode.BAD_INPUT.number();
    }
    // The draft is written outside of the time limit, and proved in the time that is left.
    return limit
        .claims(console, () -> new Import(request).outcome())
        .map(outcome -> report(outcome, console))
        .orElse(ExitCode.INCONCLUSIVE)
        .number();
  }

  private ExitCode report(ImportOutcome outcome, Console console) {
    ManifestsReport manifestsReport = new ManifestsReport(console, options);
    return switch (outcome) {
      case ImportOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case ImportOutcome.NoPolicies(var read) -> {
        manifestsReport.read(read);
        console.report(read.problems());
        console.report(
            List.of(Diagnostic.error(Code.ZC0703, "the manifests hold no valid NetworkPolicy")));
        yield ExitCode.BAD_INPUT;
      }
      case ImportOutcome.Drafted drafted -> {
        manifestsReport.read(drafted.read());
        console.report(drafted.draft().idle());
        console.report(drafted.draft().unsayable());
        yield write(drafted, console)
            ? limit
                .left(console, () -> drafted.proof().outcome(limit.deadline()))
                .map(proof -> report(proof, drafted, console))
                .orElse(ExitCode.INCONCLUSIVE)
            : ExitCode.BAD_INPUT;
      }
    };
  }

  private boolean write(ImportOutcome.Drafted drafted, Console console) {
    if (output == null) {
      console.print(drafted.text());
      return true;
    }
    Optional<Diagnostic> unwritten = DraftFile.write(output, drafted.text());
    unwritten.ifPresent(problem -> console.report(List.of(problem)));
    return unwritten.isEmpty();
  }

  private ExitCode report(
      DraftProof.Outcome proof, ImportOutcome.Drafted drafted, Console console) {
    return switch (proof) {
      case DraftProof.Outcome.NoProgram(var problems) -> {
        console.report(problems);
        console.remark("zonec: the draft is no program: a bug in zonec");
        yield ExitCode.BUG;
      }
      case DraftProof.Outcome.Compared(var program, var warnings, var result) -> {
        console.report(warnings);
        console.report(new VerificationReport(program).diagnostics(result));
        if (!options.quiet()) {
          summarize(program, result, drafted, console);
        }
        if (!drafted.draft().unsayable().isEmpty() || result.anyRefuted()) {
          yield ExitCode.VIOLATION;
        }
        yield result.allProved() ? ExitCode.HOLDS : ExitCode.INCONCLUSIVE;
      }
    };
  }

  private static void summarize(
      ZoneProgram program,
      VerificationResult result,
      ImportOutcome.Drafted drafted,
      Console console) {
    ReadManifests read = drafted.read();
    ImportRequest request = drafted.request();
    console.remark(count(drafted.draft(), read.world()));
    console.remark("the draft allows what the policies allow, and no more: " + word(result));
    new VerificationSummary(
            program,
            read.world(),
            request.may(),
            "as written",
            request.day(),
            read.coverage(),
            FoundEnds.NONE,
            PatternNamespaces.of(program, read.world()))
        .assuming(result)
        .forEach(console::remark);
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

  private String moduleName(LocalDate day) {
    if (Import.isModuleName(module, day)) {
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
