package dev.zonec.cli;

import dev.zonec.application.core.ClaimNames;
import dev.zonec.application.core.ExplainClaims;
import dev.zonec.application.core.ExplainRequest;
import dev.zonec.application.core.ExplainedClaim;
import dev.zonec.application.cut.CutAnswer;
import dev.zonec.application.cut.FindCut;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Selects the claims to explain, and the paths to close. */
@OptionGroup(Subject.READING)
final class ExplainOptions {
  @Option(
      names = "--explain",
      paramLabel = "NAME",
      split = ",",
      description =
          "show what this assertion rests on: a smallest set of policies, rules and assumptions,"
              + " with a counterexample for each that appears without it; or"
              + " no-undeclared-connection, no-blocked-flow, no-undeclared-path; a list separated"
              + " by commas; repeatable")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--cut",
      paramLabel = "PATHS",
      description =
          "show the fewest rules whose removal closes all paths, proved, such as 'web ~> db';"
              + " repeatable")
  private List<String> cuts = new ArrayList<>();

  /** Returns the option that asks for an explanation or a cut; empty if none is wanted. */
  Optional<String> wanted() {
    if (!names.isEmpty()) {
      return Optional.of("--explain");
    }
    return cuts.isEmpty() ? Optional.empty() : Optional.of("--cut");
  }

  /** Returns the errors of the names and questions. */
  List<Diagnostic> problems(Verify.Ready ready) {
    List<Diagnostic> problems = new ArrayList<>(ClaimNames.problems(ready, names));
    cuts.forEach(text -> problems.addAll(new FindCut(ready, text).problems()));
    return problems;
  }

  /** Explains and cuts, and returns whether everything was decided. */
  ExitCode of(
      Verify.Ready ready,
      LoadedVariant variant,
      VariantOutcome.Verified verified,
      VerifyOutput output,
      Console console) {
    boolean undecided = false;
    if (!names.isEmpty()) {
      List<ExplainedClaim> explained = ExplainClaims.of(new ExplainRequest(verified, names));
      output.explained(verified, explained, console);
      undecided = explained.stream().anyMatch(ExplainedClaim::undecided);
    }
    for (String text : cuts) {
      Optional<CutAnswer> answer = new FindCut(ready, text).of(variant, verified);
      answer.ifPresent(each -> output.cut(each, console));
      undecided |= answer.filter(CutAnswer::undecided).isPresent();
    }
    return undecided ? ExitCode.INCONCLUSIVE : ExitCode.HOLDS;
  }
}
