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
import dev.zonec.verifier.smt.Z3Checker;
import dev.zonec.verifier.world.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows that no path leads from some parties to others: the search gives what can be reached, and
 * {@link PathCertificate} has it checked.
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
      return outOfTime();
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
    return Optional.of(new PathCertificate(question, here, solver).check(spread));
  }

  private static Counterexample path(Assertion.NoPath claim, List<Hop> hops) {
    return new Counterexample.Path(names(claim.from()), names(claim.to()), hops);
  }

  private static String names(List<Party> parties) {
    return parties.stream().map(Party::name).collect(Collectors.joining(", "));
  }

  private static Verdict outOfTime() {
    return new Verdict.Inconclusive("the time ran out", List.of());
  }

  /** Fixes the unknown labels of namespaces in every way, and asks again for each. */
  private Verdict worldByWorld(PathQuestion question) {
    Vocabulary vocabulary = relations.space().vocabulary();
    Optional<List<Vocabulary>> worlds = NamespaceWorlds.of(vocabulary);
    if (worlds.isEmpty()) {
      return new Verdict.Inconclusive(
          "too many namespaces have labels that no manifest declares", List.of());
    }
    Verdict shortest = new Verdict.Proved();
    for (Vocabulary world : worlds.get()) {
      if (ShortestPath.hops(shortest) == 1) {
        break;
      }
      if (deadline.passed()) {
        return ShortestPath.of(shortest, outOfTime());
      }
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
        shortest = ShortestPath.of(shortest, verdict);
      }
    }
    return shortest;
  }
}
