package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Pods that are taken not to exist: those in two zones of which the program says that they share
 * none, where that is neither proved nor refuted, and those that the run's {@link NamespaceScope}
 * leaves out.
 *
 * <p>The solver, the search and the replay each leave them out, so that no verdict depends on them.
 *
 * @param pairs the zones, two and two
 * @param outOfScope parties whose members are left out
 * @param standIns namespaces that stand for many
 */
record ExcludedPods(List<Disjointness.Pair> pairs, List<Party> outOfScope, Set<String> standIns) {
  /** Copies the lists. */
  ExcludedPods {
    pairs = List.copyOf(pairs);
    outOfScope = List.copyOf(outOfScope);
    standIns = Set.copyOf(standIns);
  }

  /** Those of {@code pairs} alone. */
  ExcludedPods(List<Disjointness.Pair> pairs) {
    this(pairs, List.of(), Set.of());
  }

  /** The same, and what {@code scope} leaves out of {@code program}. */
  ExcludedPods in(NamespaceScope scope, ZoneProgram program) {
    return new ExcludedPods(pairs, scope.excluded(program), scope.standIns());
  }

  /** Neither end of a connection is one of them. */
  Formula noEndIsExcluded() {
    List<Formula> parts = new ArrayList<>();
    for (Disjointness.Pair pair : pairs) {
      for (End end : End.values()) {
        parts.add(Formula.not(inBoth(end, pair)));
      }
    }
    for (Party party : outOfScope) {
      for (End end : End.values()) {
        parts.add(Formula.not(new Formula.InParty(end, party)));
      }
    }
    return new Formula.All(parts);
  }

  /** The end is in both zones. */
  static Formula inBoth(End end, Disjointness.Pair pair) {
    return Formula.all(
        new Formula.InParty(end, pair.first()), new Formula.InParty(end, pair.second()));
  }

  /** {@code boxes} without them. */
  List<Box> without(List<Box> boxes, BoxSpace space) {
    List<Box> left = outOfScope.isEmpty() ? boxes : space.minus(boxes, space.parties(outOfScope));
    for (Disjointness.Pair pair : pairs) {
      left = space.minus(left, inBoth(pair, space));
    }
    return left;
  }

  /** The pods of both zones as boxes. */
  static List<Box> inBoth(Disjointness.Pair pair, BoxSpace space) {
    return space.and(space.party(pair.first()), space.party(pair.second()));
  }

  /** Whether {@code endpoint} is one of them. */
  boolean contains(Endpoint endpoint) {
    return pairs.stream()
            .anyMatch(pair -> pair.first().contains(endpoint) && pair.second().contains(endpoint))
        || outOfScope.stream().anyMatch(party -> party.contains(endpoint));
  }
}
