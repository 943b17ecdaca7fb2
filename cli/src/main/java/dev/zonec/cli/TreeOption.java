package dev.zonec.cli;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.report.FindingTrees;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether the paths of findings are drawn as trees. */
final class TreeOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--tree",
      description =
          "draw the paths of findings as trees, also where messages are not shown on a terminal"
              + " with UTF-8")
  private boolean tree;

  /** Returns the diagnostics of findings as they are printed. */
  List<Diagnostic> drawn(List<Diagnostic> findings, VariantOutcome.Verified verified) {
    boolean standard = Main.of(spec.commandLine()).usesStandardStreams();
    boolean boxes = !standard || Terminal.showsBoxes();
    return tree || (standard && boxes && Terminal.isStandardError())
        ? new FindingTrees(verified.origins(), boxes).in(findings, verified.findings())
        : findings;
  }
}
