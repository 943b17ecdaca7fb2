package dev.zonec.verifier.proof;

import dev.zonec.model.program.Party;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Reach;
import dev.zonec.verifier.reach.Spread;
import dev.zonec.verifier.reach.Steps;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.PathFormulas;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Shows that whatever leads from one party to another, declared connections lead there too.
 *
 * <p>This follows from {@link Claim.NoExtra}: where every enforced connection that concerns the
 * program is declared, and every one that does not is free, the enforced relation lies in the
 * declared one, and so does its closure. Only where that claim fails is there anything to look for:
 * paths of several hops that an extra connection opens up.
 */
final class UndeclaredPathProof {
  /** Undeclared connections are shown as such. */
  private static final int LEAST = 2;

  private final Relations relations;
  private final PathFinder finder;
  private final Deadline deadline;

  UndeclaredPathProof(Relations relations, PathFinder finder, Deadline deadline) {
    this.relations = relations;
    this.finder = finder;
    this.deadline = deadline;
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
            ? new Verdict.Inconclusive("there is an undeclared connection", List.of())
            : new Verdict.Refuted(paths);
      }
    };
  }

  /** For each pair of parties that only undeclared paths connect, a shortest one. */
  private List<Counterexample> paths() {
    BoxSpace space = relations.space();
    List<Box> relays = finder.relays();
    Reach declared =
        new Reach(space, Steps.declared(space, relations.program(), deadline), deadline);
    List<Counterexample> found = new ArrayList<>();
    List<Party> parties = new ArrayList<>(relations.program().zones());
    parties.addAll(relations.program().externals());
    for (Party from : parties) {
      if (deadline.passed()) {
        return found;
      }
      List<Box> starts = relations.members(List.of(from));
      List<Box> meant = declared.from(starts, relays, Integer.MAX_VALUE).reached();
      List<Party> reachable = parties.stream().filter(to -> !unmeant(to, meant).isEmpty()).toList();
      List<PathFinder.Found> paths =
          finder.listed().exact()
              ? listed(from, starts, reachable, meant)
              : finder.toEach(question(from, reachable, meant), LEAST, ShortestPath.hops(found));
      for (int at = 0; at < paths.size(); at++) {
        if (paths.get(at) instanceof PathFinder.Found.Path(List<Hop> hops)) {
          found.add(new Counterexample.UndeclaredPath(from.name(), reachable.get(at).name(), hops));
        }
      }
    }
    return found;
  }

  /** A path from one party to each of some others over the steps that are listed. */
  private List<PathFinder.Found> listed(
      Party from, List<Box> starts, List<Party> others, List<Box> meant) {
    Spread real = finder.listed().from(starts, finder.relays(), Integer.MAX_VALUE);
    List<Box> reached = real.reached();
    List<PathFinder.Found> found = new ArrayList<>();
    for (Party to : others) {
      List<Box> targets = relations.space().and(unmeant(to, meant), reached);
      found.add(finder.path(real, targets, question(from, to, meant), OptionalInt.empty(), LEAST));
    }
    return found;
  }

  /** The ends of a party that no declared path leads to. */
  private List<Box> unmeant(Party to, List<Box> meant) {
    return relations.space().minus(relations.members(List.of(to)), meant);
  }

  private PathFormulas question(Party from, Party to, List<Box> meant) {
    return PathFormulas.to(
        unmeant(End.DESTINATION, to, meant),
        unmeant(End.SOURCE, to, meant),
        relations.enforced(),
        new Formula.InParty(End.SOURCE, from),
        relations.passes());
  }

  private PathFormulas question(Party from, List<Party> others, List<Box> meant) {
    return PathFormulas.toEach(
        others.stream().map(to -> unmeant(End.DESTINATION, to, meant)).toList(),
        relations.enforced(),
        new Formula.InParty(End.SOURCE, from),
        relations.passes());
  }

  private static Formula unmeant(End end, Party to, List<Box> meant) {
    return Formula.all(new Formula.InParty(end, to), Formula.not(new Formula.InBoxes(end, meant)));
  }
}
