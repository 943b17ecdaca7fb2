package dev.zonec.application.certificate;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.verifier.proof.CertifiedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks another solver every obligation of the claims that Z3 has proved.
 *
 * @param solver the solver
 */
public record CrossCheck(ScriptSolver solver) {
  /** What the check comes to. */
  public sealed interface Outcome {
    /**
     * The solver agrees.
     *
     * @param line a line for the user
     */
    record Agrees(String line) implements Outcome {}

    /** The solver gave no answer to an obligation. */
    record Undecided(List<Diagnostic> problems) implements Outcome {}

    /**
     * The solver says that an obligation is possible, which Z3 has proved impossible. One of the
     * two solvers has a bug.
     *
     * @param lines what is in dispute, and the file in which it is kept
     */
    record Disagrees(List<String> lines) implements Outcome {
      /** Copies the lines. */
      public Disagrees {
        lines = List.copyOf(lines);
      }
    }
  }

  /**
   * Returns what the check of the proofs of one variant comes to. The obligations in dispute are
   * kept in files of a new temporary folder.
   */
  public Outcome outcome(
      Verify.Ready inputs, String label, VariantOutcome.Verified verified, Deadline deadline) {
    Progress.begin("asking the second solver");
    List<Diagnostic> open = new ArrayList<>();
    List<String> disputed = new ArrayList<>();
    int obligations = 0;
    CertifiedVariant variant = CertifiedVariant.of(label, verified);
    for (CertifiedRun run : variant.runs()) {
      run.uncertified()
          .forEach(
              each ->
                  open.add(
                      Diagnostic.error(
                              Code.ZC0510, "no obligations are known of " + each.claim().key())
                          .note(each.reason())));
      RunDocument document = new RunDocument(1, inputs, Path.of("").toAbsolutePath(), variant, run);
      obligations += run.claims().stream().mapToInt(claim -> claim.obligations().size()).sum();
      for (SecondSolver.Problem problem :
          new SecondSolver(solver, deadline)
              .problems(document.claims(), document.scripts())
              .values()) {
        switch (problem) {
          case SecondSolver.Problem.Possible possible -> disputed.addAll(disputed(possible));
          case SecondSolver.Problem.Unknown(String file, String reason) ->
              open.add(
                  Diagnostic.errorIn(
                          Code.ZC0510, file, solver.name() + " does not confirm an obligation")
                      .note(reason));
        }
      }
    }
    if (!disputed.isEmpty()) {
      return new Outcome.Disagrees(disputed);
    }
    return open.isEmpty()
        ? new Outcome.Agrees(
            "cross-check: " + solver.name() + " confirms " + Counted.of(obligations, "obligation"))
        : new Outcome.Undecided(open);
  }

  private List<String> disputed(SecondSolver.Problem.Possible problem) {
    String dispute =
        "Z3 finds this impossible, and " + solver.name() + " possible: " + problem.says();
    try {
      Path kept = Files.createTempDirectory("zonec-disagreement").resolve(problem.file());
      Files.writeString(kept, problem.script());
      return List.of(dispute, "the obligations are in " + kept);
    } catch (IOException e) {
      return List.of(dispute, "the obligations cannot be kept: " + e.getMessage());
    }
  }
}
