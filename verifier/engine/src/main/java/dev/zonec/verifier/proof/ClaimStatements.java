package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What proved claims say about connections, without policies. The formulas are given to a solver
 * once, whatever policies they are asked about.
 *
 * @param declaredOnly whether every allowed connection with an end in a zone must be declared
 * @param promised whether the connections of flows must be allowed
 * @param forbidden the connections that must not be allowed under MAY
 * @param required the connections that must be allowed under MUST
 */
record ClaimStatements(
    boolean declaredOnly, boolean promised, List<Forbidden> forbidden, List<Formula> required) {
  /** Copies the lists. */
  ClaimStatements {
    forbidden = List.copyOf(forbidden);
    required = List.copyOf(required);
  }

  /**
   * Connections that a claim forbids.
   *
   * @param sources the namespaces of the pods among their sources, and possibly more; empty if not
   *     known
   * @param formula the connections
   */
  record Forbidden(Optional<Bits> sources, Formula formula) {
    private static Forbidden once(Optional<Bits> sources, Formula formula) {
      return new Forbidden(sources, new Formula.Defined(formula));
    }

    boolean hasSourceIn(Set<Integer> namespaces) {
      return sources.isEmpty() || namespaces.stream().anyMatch(sources.get()::contains);
    }
  }

  /**
   * Returns the statements of proved claims.
   *
   * @param claims the keys of the claims
   * @param relations the relations of their program, about any policies
   * @param parts the parts of their proofs
   * @param checker the solver, under the assumptions of the proofs
   */
  static ClaimStatements of(
      Set<String> claims, Relations relations, ProvedParts parts, Z3Checker checker) {
    Relations everything = relations.allowing(Formula.all(), Formula.any());
    List<Forbidden> forbidden = new ArrayList<>();
    List<Formula> required = new ArrayList<>();
    for (Assertion assertion : relations.program().assertions()) {
      if (!claims.contains(new Claim.Asserted(assertion).key())) {
        continue;
      }
      switch (assertion) {
        case Assertion.NoPath path ->
            forbidden.addAll(
                leaving(new PathObligations(PathQuestion.of(path), everything), parts, checker));
        case Assertion.Reachable reachable ->
            required.add(new Formula.Defined(new Violations(everything).of(reachable)));
        case Assertion other ->
            forbidden.add(Forbidden.once(Optional.empty(), new Violations(everything).of(other)));
      }
    }
    return new ClaimStatements(
        claims.contains(new Claim.NoUndeclaredConnection().key()),
        claims.contains(new Claim.NoBlockedFlow().key()),
        forbidden,
        required);
  }

  /** Returns the statements that a connection leaves an invariant of a path claim. */
  private static List<Forbidden> leaving(
      PathObligations obligations, ProvedParts parts, Z3Checker checker) {
    @Nullable PathInvariants invariants = parts.paths().get(obligations.question());
    if (invariants == null) {
      // The claim holds because there is no start, whatever the policies are. If this cannot be
      // proved again, no policies keep the claim.
      return checker.isSeparatelyImpossible(obligations.noStart().formula())
          ? List.of()
          : List.of(Forbidden.once(Optional.empty(), Formula.all()));
    }
    return obligations.leaving(invariants).stream()
        .map(
            leaving ->
                Forbidden.once(
                    leaving.local().map(PathObligations.Local::namespaces), leaving.formula()))
        .toList();
  }
}
