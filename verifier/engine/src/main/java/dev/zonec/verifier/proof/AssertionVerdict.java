package dev.zonec.verifier.proof;

import dev.zonec.model.program.Waiver;
import java.util.List;

/**
 * The verdict on an assertion, and its unused waivers.
 *
 * @param verdict the verdict on the assertion, with waivers taken into account
 * @param unused the waivers that excuse nothing
 */
record AssertionVerdict(Verdict verdict, List<Waiver> unused) {
  /** Copies the waivers. */
  AssertionVerdict {
    unused = List.copyOf(unused);
  }

  /**
   * Returns the verdict on an assertion.
   *
   * @param rest the verdict on all violations that no waiver excuses
   * @param used the waivers that excuse something
   * @param unused the waivers that excuse nothing
   */
  static AssertionVerdict of(Verdict rest, List<Waiver> used, List<Waiver> unused) {
    Verdict verdict =
        rest instanceof Verdict.Proved && !used.isEmpty() ? new Verdict.Waived(used) : rest;
    return new AssertionVerdict(verdict, unused);
  }
}
