package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Where;
import java.util.List;
import java.util.function.Function;

/** What may stand once stands once. */
final class DuplicateClauses {
  private DuplicateClauses() {}

  /** Reports every one of {@code all} but the first. */
  static <T> void check(
      String what, List<? extends T> all, Function<T, Where> where, Problems problems) {
    for (int i = 1; i < all.size(); i++) {
      problems.add(
          Diagnostic.error(Code.ZC0104, where.apply(all.get(i)).span(), what + " is written twice")
              .note("the first one is at " + where.apply(all.getFirst()).span().fileAndLine()));
    }
  }
}
