package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Node;
import java.util.List;

/** Rejects duplicate clauses. */
final class DuplicateClauses {
  private DuplicateClauses() {}

  /**
   * Reports every clause but the first.
   *
   * @param name the clause as messages name it, such as {@code `ingress`}
   * @param clauses all clauses of that name in a statement, or all such statements of a program
   */
  static void check(String name, List<? extends Node> clauses, Problems problems) {
    for (Node duplicate : clauses.subList(Math.min(1, clauses.size()), clauses.size())) {
      problems.add(
          Diagnostic.error(Code.ZC0104, duplicate.span(), name + " is written twice")
              .labelled("written again here")
              .also(clauses.getFirst().span(), "first written here"));
    }
  }
}
