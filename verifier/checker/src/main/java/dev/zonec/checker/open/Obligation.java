package dev.zonec.checker.open;

import dev.zonec.checker.solver.Statement;
import java.util.List;
import java.util.function.Supplier;

/**
 * A violation that must be impossible.
 *
 * @param violation what the violation is, as a noun phrase
 * @param ends the places of the ends
 * @param questions statements that are true of each violation, from the shortest on; the last one
 *     is true of no other connection
 */
record Obligation(String violation, Ends ends, List<Supplier<Statement>> questions) {
  /** Copies the list. */
  Obligation {
    questions = List.copyOf(questions);
  }

  /** Creates an obligation with one question. */
  Obligation(String violation, Ends ends, Supplier<Statement> question) {
    this(violation, ends, List.of(question));
  }
}
