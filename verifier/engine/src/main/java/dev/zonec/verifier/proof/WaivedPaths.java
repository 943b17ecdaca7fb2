package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides claims about paths that have waivers or accepted violations.
 *
 * <p>A waiver excuses a path by its start and its target together, and so does an acceptance. The
 * starts are therefore divided by the excuses that they match, one excuse after the other. From
 * each part, no path may lead to a target that none of the matching excuses covers. Parts that are
 * proved to be empty are skipped (spec/verification.md, Waivers).
 *
 * <p>An acceptance covers paths that are at least as long as the accepted one. For each acceptance,
 * one more question therefore asks for shorter paths between its parties, and only acceptances of
 * still shorter paths excuse these.
 */
final class WaivedPaths {
  private final Relations relations;
  private final Z3Checker checker;
  private final PathProof paths;
  private final AcceptedFindings accepted;
  private final Extents extents;

  WaivedPaths(
      Relations relations,
      Z3Checker checker,
      PathProof paths,
      AcceptedFindings accepted,
      Extents extents) {
    this.relations = relations;
    this.checker = checker;
    this.paths = paths;
    this.accepted = accepted;
    this.extents = extents;
  }

  /**
   * The paths from one of {@code from} to one of {@code to} are excused if they have at least
   * {@code hops} hops.
   */
  private record Excuse(List<Party> from, List<Party> to, int hops) {}

  /** Returns the verdict on {@code claim}, and the waivers that excuse nothing. */
  AssertionVerdict decide(Assertion.NoPath claim, List<Waiver> waivers) {
    PathQuestion whole = PathQuestion.of(claim);
    List<Waiver> used = new ArrayList<>();
    List<Waiver> unused = new ArrayList<>();
    List<Excuse> excuses = new ArrayList<>();
    for (Waiver waiver : waivers) {
      Waiver.Excused excused = waiver.excused();
      PathQuestion question = whole.between(excused.from(), excused.to());
      (paths.verdict(question) instanceof Verdict.Proved ? unused : used).add(waiver);
      excuses.add(new Excuse(excused.from(), excused.to(), 1));
    }
    Claim asserted = new Claim.Asserted(claim);
    List<Excuse> waived = List.copyOf(excuses);
    for (Acceptance acceptance : accepted.of(asserted)) {
      if (acceptance.extent() instanceof Extent.Paths extent
          && accepted.keepsParty(extent.from())
          && accepted.keepsParty(extent.to())) {
        Excuse excuse = excuse(claim, extent);
        excuses.add(excuse);
        examine(asserted, acceptance, excuse, unexcused(between(whole, excuse), waived));
      }
    }
    AssertionVerdict rest = AssertionVerdict.of(rest(whole, excuses), used, unused);
    return new AssertionVerdict(accepted.verdict(asserted, rest.verdict()), unused);
  }

  private static Excuse excuse(Assertion.NoPath claim, Extent.Paths extent) {
    return new Excuse(
        named(claim.from(), extent.from()), named(claim.to(), extent.to()), extent.hops());
  }

  private static List<Party> named(List<Party> parties, String name) {
    return parties.stream().filter(party -> party.name().equals(name)).toList();
  }

  private static PathQuestion between(PathQuestion question, Excuse excuse) {
    return question.between(excuse.from(), excuse.to());
  }

  /** Records whether paths exist that {@code acceptance} accepts. */
  private void examine(Claim claim, Acceptance acceptance, Excuse excuse, Verdict between) {
    switch (between) {
      case Verdict.Refuted(List<Counterexample> found)
          when PathVerdicts.fewestHops(found) >= excuse.hops() ->
          accepted.present(claim, acceptance, found.getFirst());
      // The shortest path is shorter than the accepted one. There can be others.
      case Verdict.Refuted refuted -> accepted.open(acceptance);
      case Verdict.Inconclusive inconclusive -> accepted.open(acceptance);
      case Verdict.Proved proved -> {}
      case Verdict.Waived waived -> {}
      case Verdict.Accepted none -> {}
      case Verdict.EmptyParty empty -> {}
    }
  }

  /**
   * Returns the verdict on the paths that are not excused. If all violations are looked for, each
   * path that is found excuses those like it, until no other is left.
   */
  private Verdict rest(PathQuestion whole, List<Excuse> given) {
    List<Excuse> excuses = new ArrayList<>(given);
    List<Counterexample> found = new ArrayList<>();
    for (int i = 0; i < accepted.most(1); i++) {
      switch (once(whole, excuses)) {
        case Verdict.Refuted(List<Counterexample> paths) -> {
          Counterexample path = paths.getFirst();
          found.add(path);
          if (extents.of(path) instanceof Extent.Paths extent) {
            excuses.add(excuse(whole.claim(), extent));
          }
        }
        case Verdict other -> {
          return found.isEmpty() ? other : new Verdict.Refuted(found);
        }
      }
    }
    return new Verdict.Refuted(found);
  }

  private Verdict once(PathQuestion whole, List<Excuse> excuses) {
    Verdict verdict = unexcused(whole, excuses);
    for (Excuse excuse : excuses) {
      if (excuse.hops() > 1) {
        List<Excuse> shorter =
            excuses.stream().filter(other -> other.hops() < excuse.hops()).toList();
        PathQuestion question = between(whole, excuse).atMost(excuse.hops() - 1);
        verdict = PathVerdicts.combine(verdict, unexcused(question, shorter));
      }
    }
    return verdict;
  }

  /** Returns the verdict on the paths of {@code question} that none of {@code excuses} covers. */
  private Verdict unexcused(PathQuestion question, List<Excuse> excuses) {
    if (isEmpty(question.from())) {
      return new Verdict.Proved();
    }
    if (excuses.isEmpty()) {
      return paths.verdict(question);
    }
    Excuse excuse = excuses.getFirst();
    List<Excuse> others = excuses.subList(1, excuses.size());
    return PathVerdicts.combine(
        unexcused(question.notFrom(excuse.from()), others),
        unexcused(question.fromAndNotTo(excuse.from(), excuse.to()), others));
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
