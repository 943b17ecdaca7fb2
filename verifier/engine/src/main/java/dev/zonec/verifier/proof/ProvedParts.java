package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of the proofs of a run that a later run can use.
 *
 * @param addresses the addresses of pods that the proofs are about
 * @param vocabulary everything that the formulas can tell apart
 * @param disjoint the pairs of zones that are assumed to share no pod
 * @param inWhole the parts of {@link Claim.NoUndeclaredConnection} whose proof needs policies of
 *     both sides
 * @param paths the invariants of the path questions that were proved
 */
record ProvedParts(
    CertifiedRun.Addresses addresses,
    Vocabulary vocabulary,
    List<Disjointness.Pair> disjoint,
    Set<UndeclaredConnections.Part> inWhole,
    Map<PathQuestion, PathInvariants> paths) {
  /** Copies the collections. */
  ProvedParts {
    disjoint = List.copyOf(disjoint);
    inWhole = Set.copyOf(inWhole);
    paths = Map.copyOf(paths);
  }
}
