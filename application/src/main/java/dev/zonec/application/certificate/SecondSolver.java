package dev.zonec.application.certificate;

import dev.zonec.checker.solver.Answer;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.proof.CertifiedClaim;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks another solver the obligations of a run. */
final class SecondSolver {
  private final ScriptSolver solver;
  private final Deadline deadline;

  SecondSolver(ScriptSolver solver, Deadline deadline) {
    this.solver = solver;
    this.deadline = deadline;
  }

  /** An obligation that is not refuted. */
  sealed interface Problem {
    /**
     * The solver says that the obligation is possible.
     *
     * @param file the file of the obligation
     * @param says the obligation
     * @param script the content of the file
     */
    record Possible(String file, String says, String script) implements Problem {}

    /**
     * The solver gave no answer.
     *
     * @param file the file of the obligation
     * @param reason the reason, as a clause
     */
    record Unknown(String file, String reason) implements Problem {}
  }

  /**
   * Returns the problems of the scripts of a run, by file; empty if all obligations are impossible.
   *
   * @param claims the claims with obligations, by file
   * @param scripts the obligations of each claim, by file
   */
  SortedMap<String, Problem> problems(
      SortedMap<String, CertifiedClaim> claims, Map<String, String> scripts) {
    SortedMap<String, Problem> problems = new TreeMap<>();
    claims.forEach(
        (file, claim) -> {
          String script = scripts.getOrDefault(file, "");
          List<Answer> answers = solver.answers(script, deadline);
          for (int i = 0; i < claim.obligations().size(); i++) {
            if (i >= answers.size()) {
              problems.putIfAbsent(file, new Problem.Unknown(file, "answers are missing"));
            } else {
              add(file, script, claim.obligations().get(i).says(), answers.get(i), problems);
            }
          }
          if (answers.size() > claim.obligations().size()) {
            problems.putIfAbsent(file, new Problem.Unknown(file, "there are too many answers"));
          }
        });
    return problems;
  }

  private static void add(
      String file, String script, String says, Answer answer, SortedMap<String, Problem> problems) {
    switch (answer) {
      case Answer.Impossible impossible -> {}
      case Answer.Possible possible -> problems.put(file, new Problem.Possible(file, says, script));
      case Answer.Unknown(String reason) ->
          problems.putIfAbsent(file, new Problem.Unknown(file, reason));
    }
  }
}
