package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides claims about paths with waivers.
 *
 * <p>A waiver excuses a path by its two ends together. So the starts are cut by which waivers they
 * are in; from each piece, no path may lead to a target that none of these waivers excuses.
 */
final class WaivedPaths {
  private final Relations relations;
  private final Z3Checker checker;
  private final PathProof paths;

  WaivedPaths(Relations relations, Z3Checker checker, PathProof paths) {
    this.relations = relations;
    this.checker = checker;
    this.paths = paths;
  }

  AssertionVerdict decide(Assertion.NoPath claim, List<Waiver> waivers) {
    PathQuestion whole = PathQuestion.of(claim);
    List<Waiver> used = new ArrayList<>();
    List<Waiver> unused = new ArrayList<>();
    for (Waiver waiver : waivers) {
      PathQuestion excused =
          new PathQuestion(
              claim,
              whole.from().and(waiver.excused().from()),
              whole.to().and(waiver.excused().to()));
      (paths.verdict(excused) instanceof Verdict.Proved ? unused : used).add(waiver);
    }
    return AssertionVerdict.of(rest(whole, waivers), used, unused);
  }

  private Verdict rest(PathQuestion question, List<Waiver> waivers) {
    if (isEmpty(question.from())) {
      return new Verdict.Proved();
    }
    if (waivers.isEmpty()) {
      return paths.verdict(question);
    }
    Waiver.Excused excused = waivers.getFirst().excused();
    List<Waiver> others = waivers.subList(1, waivers.size());
    Verdict outside =
        rest(
            new PathQuestion(
                question.claim(), question.from().without(excused.from()), question.to()),
            others);
    Verdict inside =
        rest(
            new PathQuestion(
                question.claim(),
                question.from().and(excused.from()),
                question.to().without(excused.to())),
            others);
    return PathVerdicts.combine(outside, inside);
  }

  /** Whether no end is in the set; the boxes suggest it, the solver decides. */
  private boolean isEmpty(PathEnds ends) {
    return ends.boxes(relations).isEmpty()
        && checker.check(ends.formula(End.SOURCE)) instanceof Outcome.Impossible;
  }
}
