package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.SearchTree;
import dev.zonec.verifier.reach.StepSearch;
import dev.zonec.verifier.reach.Steps;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.PathFormulas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Proves that parties which the policies connect over any number of hops are also connected by
 * declared connections.
 *
 * <p>This follows from {@link Claim.NoUndeclaredConnection}. A connection between two ends that are
 * in no zone is declared by definition. If every allowed connection that concerns the program is
 * declared too, the enforced relation is a subset of the declared one, and so is its transitive
 * closure. If that claim fails, this class searches for paths of two or more hops that undeclared
 * connections make possible (spec/verification.md, No undeclared path).
 */
final class UndeclaredPathProof {
  /** Paths of one hop are undeclared connections, which are reported as such. */
  private static final int LEAST_HOPS = 2;

  private static final Claim CLAIM = new Claim.NoUndeclaredPath();

  private final Relations relations;
  private final PathFinder finder;
  private final Deadline deadline;
  private final AcceptedFindings accepted;

  UndeclaredPathProof(
      Relations relations, PathFinder finder, Deadline deadline, AcceptedFindings accepted) {
    this.relations = relations;
    this.finder = finder;
    this.deadline = deadline;
    this.accepted = accepted;
  }

  /** Returns the verdict, given the verdict on {@link Claim.NoUndeclaredConnection}. */
  Verdict verdict(Verdict noUndeclaredConnection) {
    return switch (noUndeclaredConnection) {
      case Verdict.Proved proved -> proved;
      case Verdict.Waived waived -> waived;
      case Verdict.Inconclusive inconclusive ->
          new Verdict.Inconclusive(inconclusive.reason(), List.of());
      case Verdict.EmptyParty empty -> empty;
      case Verdict.Refuted refuted ->
          unaccepted() instanceof Verdict.Refuted paths
              ? paths
              : new Verdict.Inconclusive("there is an undeclared connection", List.of());
      // Each undeclared path contains an undeclared connection, and all of these are accepted.
      case Verdict.Accepted(List<Waiver> used) -> {
        Verdict rest = unaccepted();
        yield rest instanceof Verdict.Proved ? new Verdict.Accepted(used) : rest;
      }
    };
  }

  /** Returns the verdict on the undeclared paths that are not accepted. */
  private Verdict unaccepted() {
    DividedVerdict rest = new DividedVerdict();
    Found found = paths();
    found.unknown().ifPresent(rest::addUnknown);
    List<Counterexample.UndeclaredPath> left = new ArrayList<>(found.paths());
    for (Acceptance acceptance : accepted.of(CLAIM)) {
      List<Counterexample.UndeclaredPath> covered =
          found.paths().stream()
              .filter(path -> covers(acceptance.extent(), path))
              .filter(path -> accepted.keepsParty(path.from()) && accepted.keepsParty(path.to()))
              .toList();
      left.removeAll(covered);
      covered.forEach(path -> accepted.present(CLAIM, acceptance, path));
      if (covered.isEmpty()
          && (found.unknown().isPresent() || isShorter(acceptance.extent(), found))) {
        accepted.open(acceptance);
      }
    }
    left.forEach(rest::add);
    return rest.verdict();
  }

  /** Returns whether only a shorter path than the accepted one was found. Others can exist. */
  private static boolean isShorter(Extent extent, Found found) {
    return extent instanceof Extent.Paths(String from, String to, int hops)
        && (found.connected().contains(new Pair(from, to))
            || found.paths().stream()
                .anyMatch(path -> path.from().equals(from) && path.to().equals(to)));
  }

  private static boolean covers(Extent extent, Counterexample.UndeclaredPath path) {
    return extent instanceof Extent.Paths(String from, String to, int hops)
        && path.from().equals(from)
        && path.to().equals(to)
        && path.hops().size() >= hops;
  }

  /**
   * The result of the search.
   *
   * @param paths a shortest path for each pair of parties
   * @param connected the pairs of parties that an undeclared connection connects directly
   * @param unknown why there can be paths for other pairs, if this is so
   */
  private record Found(
      List<Counterexample.UndeclaredPath> paths, Set<Pair> connected, Optional<String> unknown) {}

  private record Pair(String from, String to) {}

  /** Returns a shortest path for each pair of parties that only undeclared connections connect. */
  private Found paths() {
    BoxSpace space = relations.space();
    List<Box> relays = finder.relays();
    StepSearch declared =
        new StepSearch(space, Steps.declared(space, relations.program(), deadline), deadline);
    List<Counterexample.UndeclaredPath> found = new ArrayList<>();
    Set<Pair> connected = new HashSet<>();
    Optional<String> unknown = Optional.empty();
    List<Party> parties = new ArrayList<>(relations.program().zones());
    parties.addAll(relations.program().externals());
    for (Party from : parties) {
      if (deadline.passed()) {
        return new Found(found, connected, Optional.of("the time ran out"));
      }
      List<Box> starts = relations.members(List.of(from));
      List<Box> declaredReach = declared.from(starts, relays, Integer.MAX_VALUE).reached();
      List<Party> reachable =
          parties.stream().filter(to -> !undeclaredPart(to, declaredReach).isEmpty()).toList();
      List<PathFinder.Result> paths =
          finder.listed().exact()
              ? listed(from, starts, reachable, declaredReach)
              : finder.toEach(
                  question(from, reachable, declaredReach),
                  LEAST_HOPS,
                  PathVerdicts.fewestHops(List.copyOf(found)));
      for (int at = 0; at < paths.size(); at++) {
        if (paths.get(at) instanceof PathFinder.Result.Path(List<Hop> hops)) {
          found.add(new Counterexample.UndeclaredPath(from.name(), reachable.get(at).name(), hops));
        } else if (paths.get(at) instanceof PathFinder.Result.Shorter) {
          connected.add(new Pair(from.name(), reachable.get(at).name()));
        } else if (paths.get(at) instanceof PathFinder.Result.Unknown(String reason)) {
          unknown = unknown.or(() -> Optional.of(reason));
        }
      }
    }
    return new Found(found, connected, unknown);
  }

  /** Returns a shortest path from one party to each of {@code others} over the listed steps. */
  private List<PathFinder.Result> listed(
      Party from, List<Box> starts, List<Party> others, List<Box> declaredReach) {
    SearchTree real = finder.listed().from(starts, finder.relays(), Integer.MAX_VALUE);
    List<Box> reached = real.reached();
    List<PathFinder.Result> found = new ArrayList<>();
    for (Party to : others) {
      List<Box> targets = relations.space().and(undeclaredPart(to, declaredReach), reached);
      found.add(
          finder.path(
              real, targets, question(from, to, declaredReach), OptionalInt.empty(), LEAST_HOPS));
    }
    return found;
  }

  /** Returns the members of a party that no declared path reaches. */
  private List<Box> undeclaredPart(Party to, List<Box> declaredReach) {
    return relations.space().minus(relations.members(List.of(to)), declaredReach);
  }

  private PathFormulas question(Party from, Party to, List<Box> declaredReach) {
    return PathFormulas.toTarget(
        undeclaredPart(End.DESTINATION, to, declaredReach),
        undeclaredPart(End.SOURCE, to, declaredReach),
        relations.mayAllow(),
        new Formula.InParty(End.SOURCE, from),
        relations.sourceIsRelay());
  }

  private PathFormulas question(Party from, List<Party> others, List<Box> declaredReach) {
    return PathFormulas.toEachTarget(
        others.stream().map(to -> undeclaredPart(End.DESTINATION, to, declaredReach)).toList(),
        relations.mayAllow(),
        new Formula.InParty(End.SOURCE, from),
        relations.sourceIsRelay());
  }

  private static Formula undeclaredPart(End end, Party to, List<Box> declaredReach) {
    return Formula.all(
        new Formula.InParty(end, to), Formula.not(new Formula.InBoxes(end, declaredReach)));
  }
}
