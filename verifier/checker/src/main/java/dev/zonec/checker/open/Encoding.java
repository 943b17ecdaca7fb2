package dev.zonec.checker.open;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.mention.Mentions;
import dev.zonec.checker.solver.Solver;
import dev.zonec.checker.solver.Statement;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The statements about one run that obligations are made of.
 *
 * @param run the run
 * @param ends statements about one end
 * @param ports statements about the port
 * @param admission the policies
 * @param intent the program
 * @param places divides ends
 * @param refutation refutes obligations
 */
record Encoding(
    CheckedRun run,
    EndStatements ends,
    PortStatements ports,
    Admission admission,
    IntentStatements intent,
    Places places,
    Refutation refutation) {
  static Encoding of(CheckedRun run, Deadline deadline) {
    Mentions mentions = Mentions.of(run);
    EndStatements ends = new EndStatements(mentions);
    PortStatements ports = new PortStatements(ends);
    return new Encoding(
        run,
        ends,
        ports,
        new Admission(ends, ports, run),
        new IntentStatements(ends, ports, run.program()),
        new Places(mentions),
        new Refutation(
            new Existence(ends, run),
            new ConnectionDecoding(mentions, ports, run.program().cluster()),
            new Solver(deadline)));
  }

  /**
   * Returns the questions whether the policies allow a connection of which {@code more} is true:
   * first with the policies at one end that is at a known place, then with all policies.
   */
  List<Supplier<Statement>> allowed(Ends connection, Supplier<Statement> more) {
    Reading may = run.may();
    List<Supplier<Statement>> questions = new ArrayList<>();
    boolean open = false;
    for (Direction direction : Direction.values()) {
      if (connection.self(direction).place() instanceof Place.Anywhere) {
        open = true;
      } else {
        questions.add(
            () -> Statement.all(more.get(), admission.admits(direction, connection, may)));
      }
    }
    if (!open) {
      // Both ends are at known places, so the whole question is short too.
      questions.clear();
    }
    questions.add(() -> Statement.all(more.get(), admission.allows(connection, may)));
    return questions;
  }
}
