package dev.zonec.cli;

import dev.zonec.application.certificate.CrossCheck;
import dev.zonec.application.certificate.ScriptSolver;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.inputs.SearchPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Selects a second solver. */
@OptionGroup(Subject.COMMAND)
final class CrossCheckOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cross-check",
      description = "ask a second solver, SMTInterpol, every obligation of a proved claim")
  private boolean wanted;

  @Option(
      names = "--cross-check-with",
      paramLabel = "SOLVER",
      description = "ask this solver instead: cvc5, z3, or the path of a program for SMT-LIB 2")
  private @Nullable String solver;

  /** Returns the cross-check; empty if none is wanted. */
  Optional<CrossCheckReport> report(Console console, TimeLimit limit) {
    return Optional.ofNullable(solver)
        .or(() -> wanted ? Optional.of(ScriptSolver.Smtinterpol.WORD) : Optional.empty())
        .map(
            name ->
                ScriptSolver.named(name, SearchPath.ofProcess())
                    .orElseThrow(
                        () ->
                            new CommandLine.ParameterException(
                                spec.commandLine(),
                                "--cross-check-with: there is no program " + name)))
        .map(found -> new CrossCheckReport(console, limit, new CrossCheck(found)));
  }
}
