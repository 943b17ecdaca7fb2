package dev.zonec.cli;

import dev.zonec.application.compile.CompileEntries;
import dev.zonec.application.compile.CompileOutcome;
import dev.zonec.application.compile.Validation;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.output.PolicyDirectory;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the outcome of a compilation, and writes proved policies.
 *
 * @param files the sources, as the user named them
 * @param folder where the policies are written; standard output if there is none
 * @param check whether the folder is compared, and nothing written
 */
record CompileReport(
    Console console,
    OutputOptions options,
    ReportOptions reports,
    List<String> files,
    Optional<Path> folder,
    boolean check) {
  /** Reports that the time ran out, and returns the exit code. */
  ExitCode timedOut(List<Diagnostic> problems) {
    return reports.write(
        console, ExitCode.INCONCLUSIVE, () -> CompileEntries.undecided(files, problems), Map.of());
  }

  /** Prints the outcome, writes the policies, and returns the exit code. */
  ExitCode of(CompileOutcome outcome) {
    List<Diagnostic> written = new ArrayList<>();
    ExitCode exit = printed(outcome, written);
    return reports.write(
        console, exit, () -> CompileEntries.report(files, outcome, written), Map.of());
  }

  /**
   * @param written gets the problems and differences of the folder
   */
  private ExitCode printed(CompileOutcome outcome, List<Diagnostic> written) {
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
        yield validated(compiled.validation(), compiled.compiled(), written);
      }
    };
  }

  private ExitCode validated(
      Validation validation, Compilation.Compiled compiled, List<Diagnostic> written) {
    return switch (validation) {
      case Validation.Proved proved -> emit(compiled, written);
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

  private ExitCode emit(Compilation.Compiled compiled, List<Diagnostic> written) {
    if (folder.isEmpty()) {
      console.print(compiled.stream());
      return ExitCode.HOLDS;
    }
    return check
        ? compare(folder.get(), compiled, written)
        : write(folder.get(), compiled, written);
  }

  private ExitCode compare(Path output, Compilation.Compiled compiled, List<Diagnostic> written) {
    List<Diagnostic> differences =
        PolicyDirectory.check(output, compiled.owner(), compiled.policies());
    console.report(differences);
    if (reports.wantsReport()) {
      written.addAll(PolicyDirectory.checkFiles(output, compiled.owner(), compiled.policies()));
    }
    boolean current = differences.stream().noneMatch(Diagnostic::isError);
    if (current && says()) {
      console.line(output + " is up to date: " + count(compiled));
    }
    return current ? ExitCode.HOLDS : ExitCode.VIOLATION;
  }

  private ExitCode write(Path output, Compilation.Compiled compiled, List<Diagnostic> written) {
    return switch (PolicyDirectory.write(output, compiled.owner(), compiled.policies())) {
      case PolicyDirectory.Outcome.Failed(var problems) -> {
        console.report(problems);
        written.addAll(problems);
        yield ExitCode.BAD_INPUT;
      }
      case PolicyDirectory.Outcome.Written done -> {
        console.report(done.warnings());
        written.addAll(done.warnings());
        if (says()) {
          console.line(count(compiled) + " in " + output + ", proved against the program");
        }
        yield ExitCode.HOLDS;
      }
    };
  }

  /** Whether standard output gets a line about the folder. */
  private boolean says() {
    return !options.quiet() && reports.format() == OutputFormat.TEXT;
  }

  private static String count(Compilation.Compiled compiled) {
    int policies = compiled.policies().size();
    return policies == 1 ? "1 policy" : policies + " policies";
  }
}
