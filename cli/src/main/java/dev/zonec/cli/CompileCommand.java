package dev.zonec.cli;

import dev.zonec.application.compile.Compile;
import dev.zonec.application.compile.CompileOutcome;
import dev.zonec.application.compile.CompileRequest;
import dev.zonec.application.compile.Validation;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.output.PolicyDirectory;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
          spec.commandLine(), "--check needs a folder: -o DIR");
    }
    Console console = options.console();
    CompileRequest request =
        new CompileRequest(
            program.request(zones, expiry.day(), expiry.expired()),
            manifests.request(options.progress(console)),
            assume.may());
    // Files are written after the proof, outside of the time limit.
    return limit
        .claims(console, () -> new Compile(request, limit::deadline).outcome())
        .map(outcome -> report(outcome, console))
        .orElse(ExitCode.INCONCLUSIVE)
        .number();
  }

  private ExitCode report(CompileOutcome outcome, Console console) {
    ManifestsReport manifestsReport = new ManifestsReport(console, options);
    return switch (outcome) {
      case CompileOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case CompileOutcome.Rejected(var read, var problems) -> {
        manifestsReport.read(read);
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case CompileOutcome.Compiled compiled -> {
        manifestsReport.read(compiled.read());
        console.report(compiled.warnings());
        if (!options.quiet()) {
          compiled.ends().forEach(console::remark);
        }
        console.report(compiled.podWarnings());
        yield report(compiled.validation(), compiled.compiled(), console);
      }
    };
  }

  private ExitCode report(Validation validation, Compilation.Compiled compiled, Console console) {
    return switch (validation) {
      case Validation.Proved proved -> emit(compiled, console);
      case Validation.Undecided(var findings) -> {
        console.report(findings);
        yield ExitCode.INCONCLUSIVE;
      }
      case Validation.Violated(var findings) -> {
        console.report(findings);
        yield ExitCode.VIOLATION;
      }
      case Validation.Miscompiled(var findings) -> {
        console.report(findings);
        console.remark(
            "zonec: the compiled policies are not what the program says: a bug in zonec");
        yield ExitCode.BUG;
      }
    };
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
