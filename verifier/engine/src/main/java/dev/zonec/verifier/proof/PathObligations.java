package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The obligations from which it follows that no path leads from the starts of a question to its
 * targets.
 *
 * <p>Let X be the starts, Y the targets, R the relays, and Inv(1) to Inv(k) the invariants. Each of
 * the following must be impossible:
 *
 * <ol>
 *   <li>an allowed connection from X to an end outside of Inv(1)
 *   <li>an allowed connection from Inv(i) ∩ R to an end outside of Inv(i + 1)
 *   <li>an end in Inv(i) and outside of Inv(i + 1)
 *   <li>an allowed connection from Inv(k) ∩ R to an end outside of Inv(k), if paths can have more
 *       than k hops
 *   <li>an end in both Inv(k) and Y
 * </ol>
 *
 * <p>By 1 to 4, Inv(k) contains every end that a path reaches; by 5, no such end is a target. X, Y
 * and R come from the program, and only the invariants come from the search (spec/verification.md,
 * The invariant).
 *
 * @param question the question
 * @param relations the relations
 */
record PathObligations(PathQuestion question, Relations relations) {
  /** If the sources are in more namespaces, there is no obligation with fewer policies. */
  private static final int FEW_NAMESPACES = 100;

  /** Returns the obligations for {@code invariants}, in the order of the list above. */
  List<Obligation> of(PathInvariants invariants) {
    List<PathInvariant> sets = invariants.sets();
    List<Obligation> leaving = leaving(invariants).stream().map(this::isNotAllowed).toList();
    List<Obligation> all = new ArrayList<>();
    all.add(leaving.getFirst());
    for (int i = 1; i < sets.size(); i++) {
      all.add(leaving.get(i));
      all.add(contained(sets.get(i - 1), sets.get(i), i));
    }
    all.addAll(leaving.subList(sets.size(), leaving.size()));
    PathInvariant last = sets.getLast();
    all.add(
        Obligation.small(
            "a target is in the " + (sets.size() == 1 ? "invariant" : "last set"),
            Formula.all(
                last.contains(End.DESTINATION, question.to()),
                question.to().formula(End.DESTINATION))));
    return all;
  }

  /**
   * Connections that leave an invariant, whether policies allow them or not.
   *
   * @param says the statement that one is allowed
   * @param local the sources by their namespaces; empty if these are not known
   * @param from the source is a start, or a relay in the set
   * @param elsewhere the destination is outside of the next set
   */
  record Leaving(String says, Optional<Local> local, Formula from, Formula elsewhere) {
    /** The connection leaves the invariant. */
    Formula formula() {
      return Formula.all(local.map(Local::sources).orElse(from), elsewhere);
    }
  }

  /**
   * Returns the connections that must not be allowed, so that {@code invariants} are invariants.
   */
  List<Leaving> leaving(PathInvariants invariants) {
    List<PathInvariant> sets = invariants.sets();
    List<Leaving> all = new ArrayList<>();
    all.add(fromStarts(sets.getFirst()));
    for (int i = 1; i < sets.size(); i++) {
      all.add(step(sets.get(i - 1), sets.get(i), "set " + i, "set " + (i + 1)));
    }
    PathInvariant last = sets.getLast();
    if (question.within().isEmpty() || question.within().getAsInt() > sets.size()) {
      String name = sets.size() == 1 ? "the invariant" : "set " + sets.size();
      all.add(step(last, last, name, name));
    }
    return all;
  }

  /** Returns the obligation that there is no start, so that there is no path either. */
  Obligation noStart() {
    return Obligation.small("a start exists", question.from().formula(End.SOURCE));
  }

  private Leaving fromStarts(PathInvariant to) {
    Formula starts = question.from().formula(End.SOURCE);
    Bits namespaces = question.from().namespaces(relations.space().vocabulary());
    return new Leaving(
        "an allowed connection leads from a start out of the invariant",
        to instanceof PathInvariant.In
            ? Optional.of(new Local(namespaces, starts))
            : Optional.empty(),
        starts,
        elsewhere(to));
  }

  private Leaving step(PathInvariant from, PathInvariant to, String here, String there) {
    Formula inFrom = from.contains(End.SOURCE, question.to());
    Optional<Local> local = Optional.empty();
    if (from instanceof PathInvariant.In(List<Box> boxes)) {
      Bits namespaces = Relations.namespaces(boxes);
      local =
          Optional.of(
              new Local(namespaces, passing(inFrom, relations.sourceIsRelayIn(namespaces))));
    }
    return new Leaving(
        "an allowed connection leads from a relay in " + here + " to an end outside of " + there,
        local,
        passing(inFrom, relations.sourceIsRelay()),
        elsewhere(to));
  }

  private Formula elsewhere(PathInvariant set) {
    return Formula.not(set.contains(End.DESTINATION, question.to()));
  }

  /**
   * The sets are increasing: an end that fewer hops lead to stays in all later sets, so that the
   * last set contains them all.
   */
  private Obligation contained(PathInvariant smaller, PathInvariant larger, int number) {
    return Obligation.small(
        "an end of set " + number + " is outside of set " + (number + 1),
        Formula.all(
            smaller.contains(End.DESTINATION, question.to()),
            Formula.not(larger.contains(End.DESTINATION, question.to()))));
  }

  private Formula passing(Formula from, Formula isRelay) {
    return Formula.all(from, isRelay, Formula.not(Formula.in(End.SOURCE, question.via())));
  }

  /**
   * Sources in some namespaces.
   *
   * @param namespaces the namespaces of the pods among the sources, and possibly more
   * @param sources a formula that is equivalent to that of the sources for sources in these
   *     namespaces, and shorter
   */
  record Local(Bits namespaces, Formula sources) {}

  /**
   * None of the connections is allowed. If the sources are pods of few namespaces, a sufficient
   * formula contains the egress policies of these namespaces only: policies of other namespaces
   * apply to no source.
   */
  private Obligation isNotAllowed(Leaving leaving) {
    return new Obligation(
        leaving.says(),
        leaving
            .local()
            .filter(some -> areFew(some.namespaces()))
            .map(
                some ->
                    Formula.all(
                        some.sources(),
                        relations.mayAdmit(
                            Direction.EGRESS, relations.byNamespace().rules(some.namespaces())),
                        leaving.elsewhere())),
        Formula.all(leaving.from(), relations.mayAllow(), leaving.elsewhere()));
  }

  private static boolean areFew(Bits namespaces) {
    long count = namespaces.stream().count();
    return count > 0 && count <= FEW_NAMESPACES;
  }
}
