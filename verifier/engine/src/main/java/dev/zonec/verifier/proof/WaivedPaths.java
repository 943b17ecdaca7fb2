package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides claims about paths that have waivers.
 *
 * <p>A waiver excuses a path by its start and its target together. The starts are therefore divided
 * by the waivers that they match, one waiver after the other. From each part, no path may lead to a
 * target that none of the matching waivers excuses. Parts that are proved to be empty are skipped
 * (spec/verification.md, Waivers).
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

  /** Returns the verdict on {@code claim}, and the waivers that excuse nothing. */
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
    return AssertionVerdict.of(unexcused(whole, waivers), used, unused);
  }

  /** Returns the verdict on the paths of {@code question} that none of {@code waivers} excuses. */
  private Verdict unexcused(PathQuestion question, List<Waiver> waivers) {
    if (isEmpty(question.from())) {
      return new Verdict.Proved();
    }
    if (waivers.isEmpty()) {
      return paths.verdict(question);
    }
    Waiver.Excused excused = waivers.getFirst().excused();
    List<Waiver> others = waivers.subList(1, waivers.size());
    Verdict outside =
        unexcused(
            new PathQuestion(
                question.claim(), question.from().without(excused.from()), question.to()),
            others);
    Verdict inside =
        unexcused(
            new PathQuestion(
                question.claim(),
                question.from().and(excused.from()),
                question.to().without(excused.to())),
            others);
    return PathVerdicts.combine(outside, inside);
  }

  /**
   * Returns whether the set is proved to be empty. The solver is asked only if the boxes suggest
   * so.
   */
  private boolean isEmpty(PathEnds ends) {
    return ends.boxes(relations).isEmpty()
        && checker.check(ends.formula(End.SOURCE)) instanceof Outcome.Impossible;
  }
}
