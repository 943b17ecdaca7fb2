package dev.zonec.verifier.proof;

import dev.zonec.model.program.Waiver;
import java.util.List;

/**
 * What came of an assertion.
 *
 * @param verdict its verdict, what is waived left out
 * @param unused the waivers that take nothing out of it
 */
record AssertionVerdict(Verdict verdict, List<Waiver> unused) {
  /** Copies the waivers. */
  AssertionVerdict {
    unused = List.copyOf(unused);
  }

  /** The verdict on what is left of an assertion once {@code used} waivers are taken out. */
  static AssertionVerdict of(Verdict rest, List<Waiver> used, List<Waiver> unused) {
    Verdict verdict =
        rest instanceof Verdict.Proved && !used.isEmpty() ? new Verdict.Waived(used) : rest;
    return new AssertionVerdict(verdict, unused);
  }
}
