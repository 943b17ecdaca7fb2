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
 */
record PathQuestion(Assertion.NoPath claim, PathEnds from, PathEnds to) {
  /**
   * Returns the question of the claim itself. Members of {@code via} are neither starts nor
   * targets.
   */
  static PathQuestion of(Assertion.NoPath claim) {
    return new PathQuestion(
        claim,
        PathEnds.of(claim.from()).without(claim.via()),
        PathEnds.of(claim.to()).without(claim.via()));
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

  OptionalInt within() {
    return claim.within();
  }
}
