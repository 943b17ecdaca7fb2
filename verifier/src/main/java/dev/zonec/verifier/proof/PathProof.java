package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Spread;
import dev.zonec.verifier.reach.Step;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
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
  private final EnforcedReach reach;
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
    this.reach = reach(relations, deadline);
    this.relays = relays(relations);
  }

  /** What paths may pass through, and may exist. */
  private static List<Box> relays(Relations relations) {
    BoxSpace space = relations.space();
    return relations.shared().takenOut(new Passage(space, relations.program()).boxes(), space);
  }

  private static EnforcedReach reach(Relations relations, Deadline deadline) {
    return new EnforcedReach(relations.space(), relations.enforcement(), deadline);
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
      PathQuestion question,
      Relations here,
      EnforcedReach reach,
      List<Box> relays,
      Z3Checker solver) {
    BoxSpace space = here.space();
    List<Box> via = space.parties(question.via());
    List<Box> starts = question.from().boxes(here);
    List<Box> targets = question.to().boxes(here);
    List<Box> through = space.minus(relays, via);
    int within = question.within().orElse(Integer.MAX_VALUE);
    while (true) {
      Spread spread = reach.reach().from(starts, through, within);
      Optional<BoxPath> path = spread.shortestTo(targets);
      if (deadline.passed()) {
        // The search may have been broken off.
        return Optional.of(new Verdict.Inconclusive("the time ran out", List.of()));
      }
      if (path.isEmpty()) {
        return Optional.of(new PathCertificate(question, here, solver).check(spread));
      }
      if (reach.isExact(path.get())) {
        return new PathWitnesses(space.vocabulary(), workloads, replay)
            .choose(path.get())
            .map(hops -> new Verdict.Refuted(List.of(path(question.claim(), hops))));
      }
      Optional<Step> tooMany = reach.cut(path.get());
      if (tooMany.isPresent()) {
        Optional<Verdict> told = solved(question, path.get(), tooMany.get(), here, reach, solver);
        if (told.isPresent()) {
          return told;
        }
      }
    }
  }

  /**
   * What the solver says of a step that cannot be cut: where nothing of it is let through it is
   * left out, and the search goes on; where it is the whole path, the solver's connection is one.
   */
  private Optional<Verdict> solved(
      PathQuestion question,
      BoxPath path,
      Step step,
      Relations here,
      EnforcedReach reach,
      Z3Checker solver) {
    Formula inStep =
        Formula.all(
            new Formula.InBoxes(End.SOURCE, List.of(step.source())),
            new Formula.InBoxes(End.DESTINATION, List.of(step.destination())),
            here.enforced());
    if (path.steps().size() > 1) {
      return told(solver.check(inStep), step, reach);
    }
    Outcome whole =
        solver.check(
            Formula.all(
                inStep,
                question.from().formula(End.SOURCE),
                question.to().formula(End.DESTINATION)));
    return switch (whole) {
      case Outcome.Impossible impossible -> {
        reach.remove(step, question.from().boxes(here), question.to().boxes(here));
        yield Optional.empty();
      }
      case Outcome.Unknown(String reason) ->
          Optional.of(new Verdict.Inconclusive(reason, List.of()));
      case Outcome.Possible found -> {
        List<Hop> hops = List.of(replay.allowed(found));
        yield Optional.of(new Verdict.Refuted(List.of(path(question.claim(), hops))));
      }
    };
  }

  private static Optional<Verdict> told(Outcome outcome, Step step, EnforcedReach reach) {
    return switch (outcome) {
      case Outcome.Impossible impossible -> {
        reach.remove(step);
        yield Optional.empty();
      }
      case Outcome.Unknown(String reason) ->
          Optional.of(new Verdict.Inconclusive(reason, List.of()));
      case Outcome.Possible possible ->
          Optional.of(
              new Verdict.Inconclusive(
                  "cluster-scoped policies cut connections into too many pieces to find paths",
                  List.of()));
    };
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
        Verdict verdict =
            attempt(question, here, reach(here, deadline), relays(here), solver).orElseThrow();
        shortest = ShortestPath.of(shortest, verdict);
      }
    }
    return shortest;
  }
}
