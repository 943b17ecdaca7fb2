package dev.zonec.cli;

import dev.zonec.application.compile.CompileEntries;
import dev.zonec.application.compile.CompileOutcome;
import dev.zonec.application.compile.CompileTarget;
import dev.zonec.application.compile.Emission;
import dev.zonec.application.compile.Validation;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prints the outcome of a compilation, and writes proved policies.
 *
 * @param files the sources, as the user named them
 * @param target where the policies go if they are proved
 */
record CompileReport(
    Console console,
    OutputOptions options,
    ReportOptions reports,
    List<String> files,
    CompileTarget target) {
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
        Emission emission = compiled.emit(target);
        written.addAll(emission.ofFolder());
        yield emitted(emission);
      }
    };
  }

  private ExitCode emitted(Emission emission) {
    return switch (emission) {
      case Emission.Refused(var why) -> refused(why);
      case Emission.Shown(String text) -> {
        console.print(text);
        yield ExitCode.HOLDS;
      }
      case Emission.Compared compared -> {
        console.report(compared.differences());
        ExitCode exit = ExitCode.of(compared.conclusion());
        if (exit == ExitCode.HOLDS && says()) {
          console.line(compared.folder() + " is up to date: " + count(compared.policies()));
        }
        yield exit;
      }
      case Emission.Failed(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case Emission.Written(Path folder, int policies, var warnings) -> {
        console.report(warnings);
        if (says()) {
          console.line(count(policies) + " in " + folder + ", proved against the program");
        }
        yield ExitCode.HOLDS;
      }
    };
  }

  private ExitCode refused(Validation.NotProved why) {
    return switch (why) {
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

  /** Whether standard output gets a line about the folder. */
  private boolean says() {
    return !options.quiet() && reports.format() == OutputFormat.TEXT;
  }

  private static String count(int policies) {
    return policies == 1 ? "1 policy" : policies + " policies";
  }
}
