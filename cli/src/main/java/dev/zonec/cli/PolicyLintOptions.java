package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.lint.PolicyLint;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether warnings about policies are printed, or only counted. They change no exit code. */
@OptionGroup(Subject.OUTPUT)
final class PolicyLintOptions {
  @Option(
      names = "--lint",
      description = "print what policies say that has no effect or is hardly meant")
  private boolean lint;

  void report(ReadManifests read, Cluster cluster, boolean quiet, Console console) {
    if (quiet && !lint) {
      return;
    }
    List<Diagnostic> warnings = new ArrayList<>(read.warnings());
    warnings.addAll(PolicyLint.of(read.world(), cluster, read.partlyShown()));
    if (lint) {
      console.report(warnings);
    } else if (!warnings.isEmpty()) {
      String count = warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings";
      console.remark(count + " about policies; --lint shows what");
    }
  }
}
