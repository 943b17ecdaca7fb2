package dev.zonec.verifier.proof;

import dev.zonec.model.program.Party;
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

  UndeclaredPathProof(Relations relations, List<Workload> workloads, Replay replay) {
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
    Reach enforced = new Reach(space, Steps.enforced(space, relations.enforcement()));
    if (!enforced.exact()) {
      return List.of();
    }
    Reach declared = new Reach(space, Steps.declared(space, relations.program()));
    PathWitnesses witnesses = new PathWitnesses(space.vocabulary(), workloads, replay);
    List<Counterexample> found = new ArrayList<>();
    List<Party> parties = new ArrayList<>(relations.program().zones());
    parties.addAll(relations.program().externals());
    for (Party from : parties) {
      List<Box> starts = relations.members(List.of(from));
      Spread real = enforced.from(starts, relays, Integer.MAX_VALUE);
      Spread meant = declared.from(starts, relays, Integer.MAX_VALUE);
      List<Box> meantBoxes = meant.reached();
      for (Party to : parties) {
        List<Box> unmeant =
            space.minus(space.and(relations.members(List.of(to)), real.reached()), meantBoxes);
        Optional<BoxPath> path = real.shortestTo(unmeant);
        path.filter(p -> p.steps().size() > 1)
            .flatMap(witnesses::choose)
            .ifPresent(hops -> found.add(new Counterexample.Path(from.name(), to.name(), hops)));
      }
    }
    return found;
  }
}
