package dev.zonec.cli;

import dev.zonec.application.compile.CompileOutcome;
import dev.zonec.application.compile.Validation;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.output.PolicyDirectory;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Prints the outcome of a compilation, and writes proved policies.
 *
 * @param folder where the policies are written; standard output if there is none
 * @param check whether the folder is compared, and nothing written
 */
record CompileReport(Console console, OutputOptions options, Optional<Path> folder, boolean check) {
  /** Prints the outcome, and returns the exit code. */
  ExitCode of(CompileOutcome outcome) {
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
          compiled.ends().forEach(console::status);
        }
        console.report(compiled.podWarnings());
        yield validated(compiled.validation(), compiled.compiled());
      }
    };
  }

  private ExitCode validated(Validation validation, Compilation.Compiled compiled) {
    return switch (validation) {
      case Validation.Proved proved -> emit(compiled);
      case Validation.Inconclusive(var findings) -> {
        console.report(findings);
        yield ExitCode.INCONCLUSIVE;
      }
      case Validation.Violated(var findings) -> {
        console.report(findings);
        yield ExitCode.VIOLATION;
      }
      case Validation.Miscompiled(var findings) -> {
        console.report(findings);
        console.status(
            "zonec: the compiled policies are not what the program says: a bug in zonec");
        yield ExitCode.BUG;
      }
    };
  }

  private ExitCode emit(Compilation.Compiled compiled) {
    if (folder.isEmpty()) {
      console.print(compiled.stream());
      return ExitCode.HOLDS;
    }
    return check ? compare(folder.get(), compiled) : write(folder.get(), compiled);
  }

  private ExitCode compare(Path output, Compilation.Compiled compiled) {
    List<Diagnostic> differences =
        PolicyDirectory.check(output, compiled.owner(), compiled.policies());
    console.report(differences);
    boolean current = differences.stream().noneMatch(Diagnostic::isError);
    if (current && !options.quiet()) {
      console.line(output + " is up to date: " + count(compiled));
    }
    return current ? ExitCode.HOLDS : ExitCode.VIOLATION;
  }

  private ExitCode write(Path output, Compilation.Compiled compiled) {
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
