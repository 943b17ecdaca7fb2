package dev.zonec.verifier.proof;

import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

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
  private final ParallelQuestions small;

  /**
   * @param small answers the obligations that contain few policies
   */
  PathInvariantProof(
      PathQuestion question, Relations relations, Z3Checker checker, ParallelQuestions small) {
    this.question = question;
    this.relations = relations;
    this.checker = checker;
    this.small = small;
  }

  /** Proves that the sets that a search reached are invariants without a target. */
  Verdict check(PathInvariants invariants) {
    List<Obligation> obligations = new PathObligations(question, relations).of(invariants);
    BitSet hold = holdingInShort(obligations);
    for (int i = hold.nextClearBit(0); i < obligations.size(); i = hold.nextClearBit(i + 1)) {
      Obligation obligation = obligations.get(i);
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

  private BitSet holdingInShort(List<Obligation> obligations) {
    List<Integer> asked =
        IntStream.range(0, obligations.size())
            .filter(i -> obligations.get(i).sufficient().isPresent())
            .boxed()
            .toList();
    BitSet hold = new BitSet();
    small
        .impossible(asked.size(), i -> obligations.get(asked.get(i)).sufficient().orElseThrow())
        .stream()
        .forEach(i -> hold.set(asked.get(i)));
    return hold;
  }
}
