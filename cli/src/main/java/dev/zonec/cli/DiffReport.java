package dev.zonec.cli;

import dev.zonec.application.diff.DiffOutcome;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.diff.DifferenceSummary;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.report.DiffData;
import dev.zonec.verifier.report.DiffText;
import java.util.ArrayList;
import java.util.List;

/** Prints the outcome of {@code diff}. */
record DiffReport(
    Console console, ConsoleOptions options, FailOnDifference failOn, FormatOption.Format format) {
  /** Prints the outcome and returns the exit code. */
  ExitCode of(DiffOutcome outcome) {
    return switch (outcome) {
      case DiffOutcome.Unusable(var problems) -> {
        console.report(problems);
        if (format == FormatOption.Format.JSON) {
          console.line(Json.text(DiffData.unusable(problems)));
        }
        yield ExitCode.BAD_INPUT;
      }
      case DiffOutcome.Compared compared -> {
        for (DiffOutcome.Revision revision : List.of(compared.before(), compared.after())) {
          new ManifestsReport(console, options).read(revision.read());
          console.report(revision.read().problems());
        }
        if (!compared.assumed().isEmpty() && !options.quiet()) {
          console.status(
              "only one revision declares "
                  + (compared.assumed().size() == 1 ? "namespace " : "namespaces ")
                  + String.join(", ", compared.assumed())
                  + "; the same labels are assumed for both revisions");
        }
        print(compared);
        yield exit(compared);
      }
    };
  }

  private void print(DiffOutcome.Compared compared) {
    PolicyOrigins before = origins(compared.before());
    PolicyOrigins after = origins(compared.after());
    if (format == FormatOption.Format.JSON) {
      DiffData data = new DiffData(before, after);
      console.line(
          Json.text(
              data.of(
                  problems(compared),
                  compared.covered(),
                  compared.open(),
                  compared.paths(),
                  compared.assertions(),
                  compared.workloads())));
      return;
    }
    boolean zones = !compared.program().zones().isEmpty();
    DiffText text = new DiffText(zones, before, after, compared.covered(), options.all());
    List<String> lines = new ArrayList<>();
    compared.open().ifPresent(open -> lines.addAll(text.open(open)));
    compared.paths().ifPresent(paths -> lines.addAll(text.paths(paths)));
    lines.addAll(text.verdicts(compared.assertions()));
    compared.workloads().ifPresent(found -> lines.addAll(text.workloads(found)));
    lines.forEach(console::wrapped);
    if (compared.open().isEmpty() || compared.paths().isEmpty() || compared.workloads().isEmpty()) {
      console.status("the time ran out: the comparison is not complete; see --timeout");
    }
  }

  private static List<Diagnostic> problems(DiffOutcome.Compared compared) {
    List<Diagnostic> problems = new ArrayList<>();
    for (DiffOutcome.Revision revision : List.of(compared.before(), compared.after())) {
      problems.addAll(revision.read().accepted());
      problems.addAll(revision.read().problems());
    }
    return problems;
  }

  private static PolicyOrigins origins(DiffOutcome.Revision revision) {
    return revision.verified().map(VariantOutcome.Verified::origins).orElse(PolicyOrigins.NONE);
  }

  private ExitCode exit(DiffOutcome.Compared compared) {
    DifferenceSummary summary =
        DifferenceSummary.of(
            compared.open(), compared.paths(), compared.assertions(), compared.workloads());
    boolean fails =
        (summary.more() && failOn.isOneOf(FailOnDifference.Kind.MORE_PERMISSIVE))
            || (summary.path() && failOn.isOneOf(FailOnDifference.Kind.PATH))
            || (summary.assertion() && failOn.isOneOf(FailOnDifference.Kind.ASSERTION))
            || (summary.any() && failOn.isOneOf());
    if (fails) {
      return ExitCode.VIOLATION;
    }
    return !compared.covered() || !summary.complete() ? ExitCode.INCONCLUSIVE : ExitCode.HOLDS;
  }
}
