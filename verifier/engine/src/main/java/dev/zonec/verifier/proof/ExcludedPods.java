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
 * Pods that are assumed not to exist: pods in two zones that the program declares disjoint, if this
 * is neither proved nor refuted, and pods that the {@link NamespaceScope} of the run excludes.
 *
 * <p>The solver, the search and the replay exclude these pods independently of each other, so that
 * no verdict depends on them.
 *
 * @param pairs the pairs of disjoint zones
 * @param outOfScope parties whose members are excluded
 * @param standIns the names of stand-ins
 */
record ExcludedPods(List<Disjointness.Pair> pairs, List<Party> outOfScope, Set<String> standIns) {
  /** Copies the lists. */
  ExcludedPods {
    pairs = List.copyOf(pairs);
    outOfScope = List.copyOf(outOfScope);
    standIns = Set.copyOf(standIns);
  }

  /** Excludes the pods in both zones of one of {@code pairs}. */
  ExcludedPods(List<Disjointness.Pair> pairs) {
    this(pairs, List.of(), Set.of());
  }

  /** Returns these pods together with the pods of {@code program} that {@code scope} excludes. */
  ExcludedPods in(NamespaceScope scope, ZoneProgram program) {
    return new ExcludedPods(pairs, scope.excluded(program), scope.standIns());
  }

  /** No end of the connection is excluded. */
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

  /** No pod wears the labels of two zones of a pair. */
  Formula sourceWearsNone() {
    return new Formula.All(
        pairs.stream()
            .map(
                pair ->
                    Formula.not(
                        Formula.all(
                            new Formula.Wears(pair.first()), new Formula.Wears(pair.second()))))
            .toList());
  }

  /** The end is in both zones. */
  static Formula inBoth(End end, Disjointness.Pair pair) {
    return Formula.all(
        new Formula.InParty(end, pair.first()), new Formula.InParty(end, pair.second()));
  }

  /** Returns {@code boxes} without the excluded pods. */
  List<Box> without(List<Box> boxes, BoxSpace space) {
    List<Box> left = outOfScope.isEmpty() ? boxes : space.minus(boxes, space.parties(outOfScope));
    for (Disjointness.Pair pair : pairs) {
      left = space.minus(left, inBoth(pair, space));
    }
    return left;
  }

  /** Returns the pods in both zones of some pair as boxes. */
  List<Box> inBothOfAPair(BoxSpace space) {
    return pairs.stream().flatMap(pair -> inBoth(pair, space).stream()).toList();
  }

  /** Returns the pods in both zones as boxes. */
  static List<Box> inBoth(Disjointness.Pair pair, BoxSpace space) {
    return space.and(space.party(pair.first()), space.party(pair.second()));
  }

  /** Returns whether {@code endpoint} is excluded. */
  boolean contains(Endpoint endpoint) {
    return isInBothOfAPair(endpoint)
        || outOfScope.stream().anyMatch(party -> party.contains(endpoint));
  }

  /** Returns whether {@code endpoint} is in both zones of some pair. */
  boolean isInBothOfAPair(Endpoint endpoint) {
    return pairs.stream()
        .anyMatch(pair -> pair.first().contains(endpoint) && pair.second().contains(endpoint));
  }
}
