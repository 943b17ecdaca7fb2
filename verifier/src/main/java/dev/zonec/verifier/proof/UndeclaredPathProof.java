package dev.zonec.verifier.proof;

import dev.zonec.model.program.Party;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Reach;
import dev.zonec.verifier.reach.Spread;
import dev.zonec.verifier.reach.Steps;
import dev.zonec.verifier.world.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows that whatever leads from one party to another, declared connections lead there too.
 *
 * <p>This follows from {@link Claim.NoExtra}: where every enforced connection that concerns the
 * program is declared, and every one that does not is free, the enforced relation lies in the
 * declared one, and so does its closure. Only where that claim fails is there anything to look for:
 * paths of several hops that an extra connection opens up.
 */
final class UndeclaredPathProof {
  private final Relations relations;
  private final List<Workload> workloads;
  private final Replay replay;
  private final Deadline deadline;

  UndeclaredPathProof(
      Relations relations, List<Workload> workloads, Replay replay, Deadline deadline) {
    this.deadline = deadline;
    this.relations = relations;
    this.workloads = workloads;
    this.replay = replay;
  }

  Verdict verdict(Verdict noExtra) {
    return switch (noExtra) {
      case Verdict.Proved proved -> proved;
      case Verdict.Waived waived -> waived;
      case Verdict.Inconclusive inconclusive ->
          new Verdict.Inconclusive(inconclusive.reason(), List.of());
      case Verdict.Vacuous vacuous -> vacuous;
      case Verdict.Refuted refuted -> {
        List<Counterexample> paths = paths();
        yield paths.isEmpty()
            ? new Verdict.Inconclusive(
                "it would follow from there being no undeclared connection, and there is one",
                List.of())
            : new Verdict.Refuted(paths);
      }
    };
  }

  /** For each pair of parties that only undeclared paths connect, a shortest one. */
  private List<Counterexample> paths() {
    BoxSpace space = relations.space();
    List<Box> relays =
        relations.shared().takenOut(new Passage(space, relations.program()).boxes(), space);
    EnforcedReach enforced = new EnforcedReach(space, relations.enforcement(), deadline);
    Reach declared = new Reach(space, Steps.declared(space, relations.program()));
    PathWitnesses witnesses = new PathWitnesses(space.vocabulary(), workloads, replay);
    List<Counterexample> found = new ArrayList<>();
    List<Party> parties = new ArrayList<>(relations.program().zones());
    parties.addAll(relations.program().externals());
    for (Party from : parties) {
      List<Box> starts = relations.members(List.of(from));
      Spread meant = declared.from(starts, relays, Integer.MAX_VALUE);
      List<Box> meantBoxes = meant.reached();
      for (Party to : parties) {
        unmeant(enforced, starts, relays, relations.members(List.of(to)), meantBoxes)
            .filter(p -> p.steps().size() > 1)
            .flatMap(witnesses::choose)
            .ifPresent(hops -> found.add(new Counterexample.Path(from.name(), to.name(), hops)));
      }
    }
    return found;
  }

  /** A shortest path to what is not meant to be reached, if one is known not to hold too much. */
  private Optional<BoxPath> unmeant(
      EnforcedReach enforced,
      List<Box> starts,
      List<Box> relays,
      List<Box> targets,
      List<Box> meant) {
    BoxSpace space = relations.space();
    while (!deadline.passed()) {
      Spread real = enforced.reach().from(starts, relays, Integer.MAX_VALUE);
      Optional<BoxPath> path =
          real.shortestTo(space.minus(space.and(targets, real.reached()), meant));
      boolean settled = path.isEmpty() || enforced.isExact(path.get());
      if (settled && !deadline.passed()) {
        return path;
      }
      if (settled || enforced.cut(path.get()).isPresent()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
