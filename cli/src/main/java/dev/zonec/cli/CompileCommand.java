package dev.zonec.cli;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.compiler.output.PolicyDirectory;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.live.Wanted;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.proof.SharedWorkloads;
import dev.zonec.verifier.report.AddressText;
import dev.zonec.verifier.report.DisjointText;
import dev.zonec.verifier.report.FoundEndsText;
import dev.zonec.verifier.report.HostNetworkText;
import dev.zonec.verifier.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec compile}. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    description = {
      "Compiles a zone program to NetworkPolicies.",
      "Every compilation is proved before anything is written: the policies, read back from their"
          + " text, allow what the program declares and nothing else."
    })
final class CompileCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(
      paramLabel = "ZONES",
      arity = "1..*",
      description = "sources: .zone files, or folders read whole")
  private List<String> zones = List.of();

  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "write the policies below this folder; else to standard output")
  private @Nullable Path output;

  @Option(
      names = "--check",
      description = "write nothing; fail if the folder is not what would be written")
  private boolean check;

  @Mixin private ExpiryOptions expiry = new ExpiryOptions();

  @Mixin private TimeLimit limit = new TimeLimit();

  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    if (check && output == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--check needs the folder to check: -o DIR");
    }
    Console console = options.console();
    // Files are written when there is an answer, and then to the end.
    return limit
        .claims(console, () -> proved(console))
        .map(proved -> emit(proved, console).number())
        .orElseGet(ExitCode.INCONCLUSIVE::number);
  }

  /** What came of compiling. */
  private sealed interface Proved {
    /** It does what the program says. */
    record Policies(Compilation.Compiled compiled) implements Proved {}

    /** There is nothing to write. */
    record Nothing(ExitCode exit) implements Proved {}
  }

  private ExitCode emit(Proved proved, Console console) {
    return switch (proved) {
      case Proved.Policies(Compilation.Compiled compiled) -> emit(compiled, console);
      case Proved.Nothing(ExitCode exit) -> exit;
    };
  }

  private Proved proved(Console console) {
    List<Diagnostic> missing = manifests.missing();
    if (console.refuses(missing)) {
      return new Proved.Nothing(ExitCode.BAD_INPUT);
    }
    ProgramOptions.Given given = program.given();
    if (console.refuses(given.problems())) {
      return new Proved.Nothing(ExitCode.BAD_INPUT);
    }
    LoadedManifests loaded = manifests.load(Wanted.NAMESPACES, options.progress(console));
    ReadManifests read = manifests.read(loaded, List.of());
    if (console.refuses(read.unusable())) {
      return new Proved.Nothing(ExitCode.BAD_INPUT);
    }
    read.tell(console, options);
    // A namespace that cannot be read would be left without policies.
    List<Diagnostic> unreadable =
        read.gaps().stream()
            .map(Gap::problem)
            .filter(problem -> problem.code() != Code.ZC0511)
            .toList();
    if (console.refuses(unreadable)) {
      return new Proved.Nothing(ExitCode.BAD_INPUT);
    }
    CompileOptions compileOptions = expiry.with(read.catalog(), given.params(), loaded.ends());
    ProgramSources sources = program.sources(zones);
    return switch (Compiler.compile(sources, compileOptions)) {
      case Compilation.Rejected(var problems) -> {
        console.report(problems);
        yield new Proved.Nothing(ExitCode.BAD_INPUT);
      }
      case Compilation.Compiled compiled -> {
        console.report(
            IgnoreComments.left(
                NobodyConcerned.warnings(List.of(compiled.program()), read), sources.sources()));
        console.report(compiled.warnings());
        if (!options.quiet()) {
          FoundEndsText.parts(compiled.program(), loaded.ends()).forEach(console::remark);
        }
        console.report(AddressText.of(read.world(), compiled.program().cluster()));
        console.report(
            new HostNetworkText(read.world(), compiled.program(), assume.may()).warnings(false));
        List<SharedWorkloads.Shared> shared = shared(loaded, compiled);
        if (!shared.isEmpty()) {
          console.report(
              shared.stream().map(s -> DisjointText.inBoth(s.zones(), s.workload())).toList());
          yield new Proved.Nothing(ExitCode.VIOLATION);
        }
        Optional<ExitCode> failed =
            new TranslationValidation(compiled, read, limit.deadline()).failure(console);
        yield failed
            .<Proved>map(Proved.Nothing::new)
            .orElseGet(() -> new Proved.Policies(compiled));
      }
    };
  }

  /** Pods are told apart only by what is asked of them, so they are looked at once more. */
  private List<SharedWorkloads.Shared> shared(
      LoadedManifests loaded, Compilation.Compiled compiled) {
    return Stream.concat(Stream.of(compiled.program()), compiled.alike().stream())
        .filter(each -> !each.disjoint().isEmpty())
        .flatMap(each -> SharedWorkloads.of(worldFor(each, loaded), each).stream())
        .distinct()
        .toList();
  }

  private World worldFor(ZoneProgram one, LoadedManifests loaded) {
    return manifests.read(loaded, one.podSelectors()).world();
  }

  private ExitCode emit(Compilation.Compiled compiled, Console console) {
    if (output == null) {
      console.print(compiled.stream());
      return ExitCode.HOLDS;
    }
    if (check) {
      List<Diagnostic> differences =
          PolicyDirectory.check(output, compiled.owner(), compiled.policies());
      console.report(differences);
      boolean current = differences.stream().noneMatch(Diagnostic::isError);
      if (current && !options.quiet()) {
        console.line(output + " is up to date: " + count(compiled));
      }
      return current ? ExitCode.HOLDS : ExitCode.VIOLATION;
    }
    return switch (PolicyDirectory.write(output, compiled.owner(), compiled.policies())) {
      case PolicyDirectory.Outcome.Failed(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case PolicyDirectory.Outcome.Written written -> {
        console.report(written.warnings());
        if (!options.quiet()) {
          console.line(count(compiled) + " in " + output + ", proved against the program");
        }
        yield ExitCode.HOLDS;
      }
    };
  }

  private static String count(Compilation.Compiled compiled) {
    int policies = compiled.policies().size();
    return policies == 1 ? "1 policy" : policies + " policies";
  }
}
