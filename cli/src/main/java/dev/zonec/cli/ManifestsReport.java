package dev.zonec.cli;

import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.flows.rule.FindingSink;
import dev.zonec.model.program.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Prints which manifests a command has read. */
record ManifestsReport(Console console, ConsoleOptions options) {
  private static final String NOT_CHECKED =
      "there was no time to check the policies for probable mistakes";

  /** Prints warnings about accepted gaps, and the numbers of objects if they matter. */
  void read(ReadManifests read) {
    console.report(read.accepted());
    if (!options.quiet()) {
      console.report(read.podWarnings());
    }
    boolean missing = !read.gaps().isEmpty() || !read.accepted().isEmpty();
    if (options.verbose() || (missing && !options.quiet())) {
      console.status(read.summary().line(options.verbose() || options.all()));
    } else if (!options.quiet()) {
      read.summary().others().ifPresent(console::status);
    }
  }

  /**
   * Prints the warnings about policies, or their number. They do not affect the exit code. Returns
   * the warnings that the user asked for.
   */
  List<Diagnostic> policies(
      ReadManifests read, Cluster cluster, PolicyLintOptions lint, TimeLimit limit) {
    if (options.quiet() && !lint.wanted()) {
      return List.of();
    }
    if (lint.wanted()) {
      List<Diagnostic> warnings = warnings(read, cluster, limit);
      console.report(warnings);
      return warnings;
    }
    Optional<List<Diagnostic>> warnings = inTime(read, cluster, limit);
    if (warnings.isEmpty()) {
      console.status(NOT_CHECKED);
    } else if (!warnings.get().isEmpty()) {
      int count = warnings.get().size();
      console.status(
          (count == 1 ? "1 warning" : count + " warnings") + " about policies; --lint shows them");
    }
    return List.of();
  }

  /**
   * Prints what was read, reads the logs and prints their problems.
   *
   * @param sink receives findings as soon as there is evidence
   */
  CheckedFlows checked(FlowInputs.Ready ready, FindingSink sink) {
    return checked(ready, () -> ready.check(sink));
  }

  /**
   * Prints what was read, reads the logs and prints their problems.
   *
   * @param check reads the logs
   */
  CheckedFlows checked(FlowInputs.Ready ready, Supplier<CheckedFlows> check) {
    read(ready.read());
    console.report(ready.warnings());
    console.report(ready.gaps());
    CheckedFlows checked = check.get();
    console.report(checked.problems());
    return checked;
  }

  /**
   * Says what an answer does not cover, and returns the exit code of an answer.
   *
   * @param missing the problems of the answer, in addition to the gaps
   */
  ExitCode coverage(AnsweredManifests about, List<Diagnostic> missing) {
    return switch (about.extent(missing)) {
      case WHOLE -> ExitCode.HOLDS;
      case NAMESPACES -> {
        console.status(
            "the answer covers only the namespaces that were read; to accept that, pass"
                + " --skip-unreadable");
        yield ExitCode.INCONCLUSIVE;
      }
      case INCOMPLETE -> {
        console.status("the answer is incomplete: see the errors above");
        yield ExitCode.INCONCLUSIVE;
      }
    };
  }

  /**
   * Returns the warnings about policies. If there is no time for them, a warning says that they are
   * missing.
   */
  List<Diagnostic> warnings(ReadManifests read, Cluster cluster, TimeLimit limit) {
    return inTime(read, cluster, limit)
        .orElseGet(() -> List.of(Diagnostic.warning(Code.ZC0546, NOT_CHECKED)));
  }

  private static Optional<List<Diagnostic>> inTime(
      ReadManifests read, Cluster cluster, TimeLimit limit) {
    return limit.ifTimeIsLeft(() -> read.policyWarnings(cluster));
  }
}
