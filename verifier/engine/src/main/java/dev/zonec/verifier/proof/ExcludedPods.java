package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pods that are assumed not to exist: pods in two zones that the program declares disjoint, if this
 * is neither proved nor refuted, pods that the {@link NamespaceScope} of the run excludes, and in a
 * closed world all pods that are not deployed.
 *
 * <p>The solver, the search and the replay exclude these pods independently of each other, so that
 * no verdict depends on them.
 *
 * @param pairs the pairs of disjoint zones
 * @param outOfScope parties whose members are excluded
 * @param standIns the names of stand-ins
 * @param deployed the only pods that exist; empty if every pod could exist
 */
record ExcludedPods(
    List<Disjointness.Pair> pairs,
    List<Party> outOfScope,
    Set<String> standIns,
    Optional<DeployedPods> deployed) {
  /** Copies the lists. */
  ExcludedPods {
    pairs = List.copyOf(pairs);
    outOfScope = List.copyOf(outOfScope);
    standIns = Set.copyOf(standIns);
  }

  /** Excludes the pods in both zones of one of {@code pairs}. */
  ExcludedPods(List<Disjointness.Pair> pairs) {
    this(pairs, List.of(), Set.of(), Optional.empty());
  }

  /** Returns these pods together with the pods of {@code program} that {@code scope} excludes. */
  ExcludedPods in(NamespaceScope scope, ZoneProgram program) {
    return new ExcludedPods(pairs, scope.excluded(program), scope.standIns(), deployed);
  }

  /** Returns these pods together with all pods except {@code only}. */
  ExcludedPods allBut(DeployedPods only) {
    return new ExcludedPods(pairs, outOfScope, standIns, Optional.of(only));
  }

  /**
   * No end of the connection is excluded. That a pod of a closed world is deployed is a condition
   * of the {@link dev.zonec.verifier.smt.Z3Checker} itself.
   */
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

  /** Returns whether {@code endpoint} is excluded. */
  boolean contains(Endpoint endpoint) {
    return isInBothOfAPair(endpoint)
        || outOfScope.stream().anyMatch(party -> party.contains(endpoint))
        || deployed.stream().anyMatch(only -> !only.exists(endpoint));
  }

  /** Returns whether {@code endpoint} is in both zones of some pair. */
  boolean isInBothOfAPair(Endpoint endpoint) {
    return pairs.stream()
        .anyMatch(pair -> pair.first().contains(endpoint) && pair.second().contains(endpoint));
  }
}
