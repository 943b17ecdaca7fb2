package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Reach;
import dev.zonec.verifier.reach.Spread;
import dev.zonec.verifier.reach.Steps;
import dev.zonec.verifier.smt.Deadline;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import dev.zonec.verifier.world.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows that no path leads from some parties to others.
 *
 * <p>The search gives what can be reached, as boxes. With {@code X} the starts and {@code Inv} the
 * boxes, Z3 checks that they are an invariant: no connection leads from {@code X}, or from a relay
 * in {@code Inv}, out of {@code Inv}; and {@code Inv} holds none of the targets. Where the search
 * is wrong, a check fails, and nothing is proved. With a bound on the hops there is one invariant a
 * hop.
 */
final class PathProof {
  private final Relations relations;
  private final List<Workload> workloads;
  private final Z3Checker checker;
  private final Replay replay;
  private final Deadline deadline;
  private final Reach reach;
  private final List<Box> relays;

  PathProof(
      Relations relations,
      List<Workload> workloads,
      Z3Checker checker,
      Replay replay,
      Deadline deadline) {
    this.relations = relations;
    this.workloads = workloads;
    this.checker = checker;
    this.replay = replay;
    this.deadline = deadline;
    this.reach = reach(relations);
    this.relays = relays(relations);
  }

  /** What paths may pass through, and may exist. */
  private static List<Box> relays(Relations relations) {
    BoxSpace space = relations.space();
    return relations.shared().takenOut(new Passage(space, relations.program()).boxes(), space);
  }

  private static Reach reach(Relations relations) {
    BoxSpace space = relations.space();
    return new Reach(space, Steps.enforced(space, relations.enforcement()));
  }

  /** Proved iff there is none, however the unknown labels are. */
  Verdict verdict(PathQuestion question) {
    if (deadline.passed()) {
      return new Verdict.Inconclusive("the time ran out", List.of());
    }
    Optional<Verdict> verdict = attempt(question, relations, reach, relays, checker);
    return verdict.orElseGet(() -> worldByWorld(question));
  }

  /**
   * The verdict, unless the only paths found suppose two different labels of one namespace: the
   * search treats unknown labels of a namespace as free at each end.
   */
  private Optional<Verdict> attempt(
      PathQuestion question, Relations here, Reach reach, List<Box> relays, Z3Checker solver) {
    BoxSpace space = here.space();
    List<Box> via = space.parties(question.via());
    List<Box> starts = question.from().boxes(here);
    List<Box> targets = question.to().boxes(here);
    int within = question.within().orElse(Integer.MAX_VALUE);
    Spread spread = reach.from(starts, space.minus(relays, via), within);
    Optional<BoxPath> path = spread.shortestTo(targets);
    if (path.isPresent() && !reach.exact()) {
      return Optional.of(
          new Verdict.Inconclusive(
              "cluster-scoped policies cut connections into too many pieces to find paths",
              List.of()));
    }
    if (path.isPresent()) {
      return new PathWitnesses(space.vocabulary(), workloads, replay)
          .choose(path.get())
          .map(hops -> new Verdict.Refuted(List.of(path(question.claim(), hops))));
    }
    return Optional.of(certify(question, spread, here, solver));
  }

  private static Counterexample path(Assertion.NoPath claim, List<Hop> hops) {
    return new Counterexample.Path(names(claim.from()), names(claim.to()), hops);
  }

  private static String names(List<Party> parties) {
    return parties.stream().map(Party::name).collect(Collectors.joining(", "));
  }

  private Verdict certify(PathQuestion question, Spread spread, Relations here, Z3Checker solver) {
    Formula fromStart = question.from().formula(End.SOURCE);
    Formula relay = Formula.all(here.passes(), Formula.not(Formula.in(End.SOURCE, question.via())));
    Formula target = question.to().formula(End.DESTINATION);
    int hops = 1;
    List<Box> reached = question.within().isPresent() ? spread.reachedIn(1) : spread.reached();
    Outcome step = solver.check(leaves(fromStart, reached, here));
    while (step instanceof Outcome.Impossible && hops < question.within().orElse(2)) {
      List<Box> next = question.within().isPresent() ? spread.reachedIn(hops + 1) : reached;
      Formula from = Formula.all(new Formula.InBoxes(End.SOURCE, reached), relay);
      step = solver.check(leaves(from, next, here));
      boolean settled = next.equals(reached);
      reached = next;
      hops = settled ? Integer.MAX_VALUE : hops + 1;
    }
    Outcome last =
        step instanceof Outcome.Impossible
            ? solver.check(Formula.all(new Formula.InBoxes(End.DESTINATION, reached), target))
            : step;
    return switch (last) {
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

  /** A connection leads from {@code from} to somewhere not in {@code boxes}. */
  private static Formula leaves(Formula from, List<Box> boxes, Relations here) {
    return Formula.all(
        from, here.enforced(), Formula.not(new Formula.InBoxes(End.DESTINATION, boxes)));
  }

  /** Fixes the unknown labels of namespaces in every way, and asks again for each. */
  private Verdict worldByWorld(PathQuestion question) {
    Vocabulary vocabulary = relations.space().vocabulary();
    Optional<List<Vocabulary>> worlds = NamespaceWorlds.of(vocabulary);
    if (worlds.isEmpty()) {
      return new Verdict.Inconclusive(
          "too many namespaces have labels that no manifest declares", List.of());
    }
    for (Vocabulary world : worlds.get()) {
      Relations here =
          new Relations(
              new BoxSpace(world),
              relations.program(),
              relations.world(),
              relations.may(),
              relations.shared());
      try (Z3Checker solver = new Z3Checker(world, workloads, deadline)) {
        solver.assume(relations.shared().noEnd());
        Verdict verdict = attempt(question, here, reach(here), relays(here), solver).orElseThrow();
        if (!(verdict instanceof Verdict.Proved)) {
          return verdict;
        }
      }
    }
    return new Verdict.Proved();
  }
}
