package dev.zonec.verifier.proof;

import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.List;

/**
 * Proves with Z3 that no path leads from the starts of a claim to its targets.
 *
 * <p>The sets that a search reached serve as invariants, and Z3 checks the {@linkplain
 * PathObligations obligations} that follow from them. If the search reached too little, a check
 * fails, and the run ends as a bug with {@link ReplayMismatch}.
 */
final class PathInvariantProof {
  private final PathQuestion question;
  private final Relations relations;
  private final Z3Checker checker;

  PathInvariantProof(PathQuestion question, Relations relations, Z3Checker checker) {
    this.question = question;
    this.relations = relations;
    this.checker = checker;
  }

  /** Proves that the sets that a search reached are invariants without a target. */
  Verdict check(PathInvariants invariants) {
    for (Obligation obligation : new PathObligations(question, relations).of(invariants)) {
      if (obligation.holdsInShort(checker)) {
        continue;
      }
      switch (checker.check(obligation.formula())) {
        case Outcome.Impossible impossible -> {}
        case Outcome.Unknown(String reason) -> {
          return new Verdict.Inconclusive(reason, List.of());
        }
        case Outcome.Possible possible ->
            throw new ReplayMismatch(
                "the search found no path for "
                    + question.claim().name()
                    + " and its invariant fails at "
                    + possible);
      }
    }
    return new Verdict.Proved();
  }
}
