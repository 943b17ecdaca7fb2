package dev.zonec.checker.open;

import dev.zonec.checker.claim.Result;
import dev.zonec.checker.solver.Answer;
import dev.zonec.checker.solver.Solver;
import dev.zonec.checker.solver.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows that violations are impossible.
 *
 * @param existence what is true of every connection
 * @param decoding names the connections of violations
 * @param solver the solver
 */
record Refutation(Existence existence, ConnectionDecoding decoding, Solver solver) {
  /** Returns the result for a claim that holds if all of {@code obligations} are impossible. */
  Result of(List<Obligation> obligations) {
    for (Obligation obligation : obligations) {
      Optional<Result> failure = failure(obligation);
      if (failure.isPresent()) {
        return failure.get();
      }
    }
    return new Result.Confirmed(obligations.size());
  }

  private Optional<Result> failure(Obligation obligation) {
    List<Statement> always = existence.of(obligation.ends());
    int last = obligation.questions().size() - 1;
    for (int i = 0; i <= last; i++) {
      List<Statement> question = new ArrayList<>(always);
      question.add(obligation.questions().get(i).get());
      Answer answer = solver.check(question);
      if (answer instanceof Answer.Impossible) {
        return Optional.empty();
      }
      if (i == last) {
        return Optional.of(
            switch (answer) {
              case Answer.Possible possible ->
                  new Result.Refused(
                      "there is " + obligation.violation(),
                      Optional.of(decoding.connection(obligation.ends(), possible)));
              case Answer.Unknown(String reason) -> new Result.Undecided(reason);
              case Answer.Impossible impossible -> throw new IllegalStateException("answered");
            });
      }
    }
    throw new IllegalStateException("an obligation without a question");
  }
}
