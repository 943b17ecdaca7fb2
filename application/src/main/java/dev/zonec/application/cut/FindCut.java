package dev.zonec.application.cut;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.cut.PathCut;
import dev.zonec.verifier.cut.PathCutSearch;

/**
 * Finds a smallest set of rules whose removal closes all paths.
 *
 * @param verified the variant
 * @param noPath the paths
 */
public record FindCut(VariantOutcome.Verified verified, Assertion.NoPath noPath) {
  /** Returns the cut. What is not decided at the deadline of the verification is undecided. */
  public PathCut outcome() {
    if (!verified.certain()) {
      return new PathCut.Undecided("an input was not read");
    }
    return PathCutSearch.of(verified.verification(), noPath);
  }
}
