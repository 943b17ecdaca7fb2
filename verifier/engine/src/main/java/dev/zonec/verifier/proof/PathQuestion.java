package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.PathFormulas;
import java.util.List;
import java.util.OptionalInt;

/**
 * The question whether a path leads from one set of ends to another.
 *
 * @param claim the claim that the question belongs to
 * @param from the starts
 * @param to the targets
 * @param within the most hops; empty if there is no bound
 */
record PathQuestion(Assertion.NoPath claim, PathEnds from, PathEnds to, OptionalInt within) {
  /**
   * Returns the question of the claim itself. Members of {@code via} are neither starts nor
   * targets.
   */
  static PathQuestion of(Assertion.NoPath claim) {
    return new PathQuestion(
        claim,
        PathEnds.of(claim.from()).without(claim.via()),
        PathEnds.of(claim.to()).without(claim.via()),
        claim.within());
  }

  /** Returns the question about those of the paths that lead from and to these parties. */
  PathQuestion between(List<Party> starts, List<Party> targets) {
    return new PathQuestion(claim, from.and(starts), to.and(targets), within);
  }

  /** Returns the question about the paths from other starts. */
  PathQuestion notFrom(List<Party> starts) {
    return new PathQuestion(claim, from.without(starts), to, within);
  }

  /** Returns the question about the paths from these starts to other targets. */
  PathQuestion fromAndNotTo(List<Party> starts, List<Party> targets) {
    return new PathQuestion(claim, from.and(starts), to.without(targets), within);
  }

  /** Returns the question about paths of at most {@code hops} hops. */
  PathQuestion atMost(int hops) {
    int most = Math.min(hops, within.orElse(Integer.MAX_VALUE));
    return new PathQuestion(claim, from, to, OptionalInt.of(most));
  }

  List<Party> via() {
    return claim.via();
  }

  /** Returns the question as statements about single steps. */
  PathFormulas formulas(Relations relations) {
    return PathFormulas.toTarget(
        to.formula(End.DESTINATION),
        to.formula(End.SOURCE),
        relations.mayAllow(),
        from.formula(End.SOURCE),
        Formula.all(relations.sourceIsRelay(), Formula.not(Formula.in(End.SOURCE, via()))));
  }
}
