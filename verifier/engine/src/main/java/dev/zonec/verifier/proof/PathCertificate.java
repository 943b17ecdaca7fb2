package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.SearchTree;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Region;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.List;

/**
 * Has it checked that no path leads from some parties to others, given what the search reached.
 *
 * <p>With {@code X} the starts and {@code Inv} the boxes, Z3 checks that they are an invariant: no
 * connection leads from {@code X}, or from a relay in {@code Inv}, out of {@code Inv}; and {@code
 * Inv} holds none of the targets. Where the search is wrong, a check fails, and nothing is proved.
 * With a bound on the hops there is one invariant a hop.
 */
final class PathCertificate {
  /** Sources in more namespaces are asked about with all policies at once. */
  private static final int FEW_NAMESPACES = 100;

  private final PathQuestion question;
  private final Relations relations;
  private final Z3Checker checker;

  PathCertificate(PathQuestion question, Relations relations, Z3Checker checker) {
    this.question = question;
    this.relations = relations;
    this.checker = checker;
  }

  /** Proved iff every check holds of what {@code spread} reached. */
  Verdict check(SearchTree spread) {
    boolean bounded = question.within().isPresent();
    List<Box> reached = bounded ? spread.reachedWithin(1) : spread.reached();
    Formula starts = question.from().formula(End.SOURCE);
    Outcome step = leaves(question.from().boxes(relations), starts, starts, reached);
    int hops = 1;
    while (step instanceof Outcome.Impossible && hops < question.within().orElse(2)) {
      List<Box> next = bounded ? spread.reachedWithin(hops + 1) : reached;
      Formula inReached = new Formula.InBoxes(End.SOURCE, reached);
      step =
          leaves(
              reached,
              passing(inReached, relations.sourceIsRelayIn(Relations.namespaces(reached))),
              passing(inReached, relations.sourceIsRelay()),
              next);
      boolean settled = next.equals(reached);
      reached = next;
      hops = settled ? Integer.MAX_VALUE : hops + 1;
    }
    return verdict(step instanceof Outcome.Impossible ? target(reached) : step);
  }

  /**
   * The same for what {@link LevelSearch} found, whose invariants are what is left when the ends
   * that it blocked, and the targets, are taken away.
   */
  Verdict check(LevelSearch.Result.NoPath found) {
    Formula starts = question.from().formula(End.SOURCE);
    List<List<Region>> unreachable = found.unreachable();
    Outcome step = leads(starts, unreachable.getFirst());
    for (int i = 0; i < unreachable.size() && step instanceof Outcome.Impossible; i++) {
      boolean last = i == unreachable.size() - 1;
      if (!last || found.closed()) {
        Formula reached = Formula.not(unreached(End.SOURCE, unreachable.get(i)));
        step =
            leads(passing(reached, relations.sourceIsRelay()), unreachable.get(last ? i : i + 1));
      }
    }
    return verdict(step);
  }

  private Outcome leads(Formula from, List<Region> unreachable) {
    return checker.check(
        Formula.all(from, relations.mayAllow(), unreached(End.DESTINATION, unreachable)));
  }

  private Formula unreached(End end, List<Region> unreachable) {
    return Formula.any(new Formula.InRegions(end, unreachable), question.to().formula(end));
  }

  private Formula passing(Formula from, Formula passes) {
    return Formula.all(from, passes, Formula.not(Formula.in(End.SOURCE, question.via())));
  }

  /**
   * Whether a connection leads from {@code from} to somewhere not in {@code boxes}. Where sources
   * are pods of few namespaces, the egress policies of those alone may rule it out.
   *
   * @param sources {@code from} as boxes
   * @param local {@code from}, said with what there is in their namespaces
   */
  private Outcome leaves(List<Box> sources, Formula local, Formula from, List<Box> boxes) {
    Formula elsewhere = Formula.not(new Formula.InBoxes(End.DESTINATION, boxes));
    Bits namespaces = Relations.namespaces(sources);
    long count = namespaces.stream().count();
    if (count > 0 && count <= FEW_NAMESPACES) {
      Formula admits =
          relations.mayAdmit(Direction.EGRESS, relations.byNamespace().rules(namespaces));
      Outcome alone = checker.checkSeparately(Formula.all(local, admits, elsewhere));
      if (alone instanceof Outcome.Impossible) {
        return alone;
      }
    }
    return checker.check(Formula.all(from, relations.mayAllow(), elsewhere));
  }

  private Outcome target(List<Box> reached) {
    return checker.checkSeparately(
        Formula.all(
            new Formula.InBoxes(End.DESTINATION, reached), question.to().formula(End.DESTINATION)));
  }

  private Verdict verdict(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Impossible impossible -> new Verdict.Proved();
      case Outcome.Unknown(String reason) -> new Verdict.Inconclusive(reason, List.of());
      case Outcome.Possible possible ->
          throw new ReplayMismatch(
              "the search found no path for "
                  + question.claim().name()
                  + " and its invariant fails at "
                  + possible);
    };
  }
}
