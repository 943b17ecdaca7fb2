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
 * Certifies with Z3 that no path leads from the starts of a claim to its targets.
 *
 * <p>The set that a search reached serves as an invariant. Let X be the starts, Y the targets, R
 * the relays, and Inv the reached set. Z3 checks that each of the following is impossible:
 *
 * <ol>
 *   <li>an allowed connection from X to an end outside of Inv
 *   <li>an allowed connection from Inv ∩ R to an end outside of Inv
 *   <li>an end in both Inv and Y
 * </ol>
 *
 * <p>By 1 and 2, Inv contains every end that a path reaches; by 3, no such end is a target. X, Y
 * and R come from the program, and only Inv comes from the search. If the search reached too
 * little, a check fails, and the run ends as a bug with {@link ReplayMismatch}. With a bound on the
 * hops, there is one Inv for each number of hops, and check 2 leads from each to the next
 * (spec/verification.md, The certificate).
 */
final class PathCertificate {
  /** If the sources are in more namespaces, the question contains all policies from the start. */
  private static final int FEW_NAMESPACES = 100;

  private final PathQuestion question;
  private final Relations relations;
  private final Z3Checker checker;

  PathCertificate(PathQuestion question, Relations relations, Z3Checker checker) {
    this.question = question;
    this.relations = relations;
    this.checker = checker;
  }

  /** Certifies the boxes that a search over listed steps reached. */
  Verdict check(SearchTree tree) {
    boolean bounded = question.within().isPresent();
    List<Box> reached = bounded ? tree.reachedWithin(1) : tree.reached();
    Formula starts = question.from().formula(End.SOURCE);
    Bits ofStarts = question.from().namespaces(relations.space().vocabulary());
    Outcome step = leaves(ofStarts, starts, starts, reached);
    int hops = 1;
    while (step instanceof Outcome.Impossible && hops < question.within().orElse(2)) {
      List<Box> next = bounded ? tree.reachedWithin(hops + 1) : reached;
      Formula inReached = new Formula.InBoxes(End.SOURCE, reached);
      Bits namespaces = Relations.namespaces(reached);
      step =
          leaves(
              namespaces,
              passing(inReached, relations.sourceIsRelayIn(namespaces)),
              passing(inReached, relations.sourceIsRelay()),
              next);
      boolean settled = next.equals(reached);
      reached = next;
      hops = settled ? Integer.MAX_VALUE : hops + 1;
    }
    return verdict(step instanceof Outcome.Impossible ? target(reached) : step);
  }

  /**
   * Certifies the result of {@link LevelSearch}. Its invariants are the complements of the blocked
   * regions, without the targets.
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

  private Formula passing(Formula from, Formula isRelay) {
    return Formula.all(from, isRelay, Formula.not(Formula.in(End.SOURCE, question.via())));
  }

  /**
   * Returns whether a connection leads from {@code from} to an end outside of {@code boxes}. If the
   * sources are pods of few namespaces, the first question contains the egress policies of these
   * namespaces only. Policies of other namespaces apply to no source, so if the answer is
   * impossible, no other policy matters.
   *
   * @param namespaces the namespaces of the pods that {@code from} describes, and possibly more
   * @param local a formula that is equivalent to {@code from} for sources in these namespaces, and
   *     shorter
   */
  private Outcome leaves(Bits namespaces, Formula local, Formula from, List<Box> boxes) {
    Formula elsewhere = Formula.not(new Formula.InBoxes(End.DESTINATION, boxes));
    long count = namespaces.stream().count();
    if (count > 0 && count <= FEW_NAMESPACES) {
      Formula admits =
          relations.mayAdmit(Direction.EGRESS, relations.byNamespace().rules(namespaces));
      Outcome separate = checker.checkSeparately(Formula.all(local, admits, elsewhere));
      if (separate instanceof Outcome.Impossible) {
        return separate;
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
