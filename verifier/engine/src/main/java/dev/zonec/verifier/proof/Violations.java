package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Assertion.Tier;
import dev.zonec.model.program.Assertion.TiersAdjacent;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections that violate an assertion about single connections.
 *
 * @param relations the relations that assertions are about
 */
record Violations(Relations relations) {
  /**
   * Returns the statement that a connection violates {@code assertion}, which is not about paths.
   */
  Formula of(Assertion assertion) {
    return switch (assertion) {
      case Assertion.Never never ->
          Formula.all(
              between(never.from(), never.to()),
              new Formula.InService(never.service()),
              relations.mayAllow());
      case Assertion.Only only ->
          Formula.all(
              only.among().isEmpty() ? Formula.all() : Formula.in(End.SOURCE, only.among()),
              Formula.in(End.DESTINATION, only.to()),
              Formula.not(
                  Formula.all(
                      Formula.in(End.SOURCE, only.from()), new Formula.InService(only.service()))),
              relations.mayAllow());
      case Assertion.Isolated isolated ->
          Formula.all(
              Formula.any(
                  Formula.in(End.SOURCE, isolated.zones()),
                  Formula.in(End.DESTINATION, isolated.zones())),
              relations.mayAllow(),
              Formula.not(relations.declared().all()));
      case Assertion.Reachable claim ->
          Formula.all(
              between(claim.from(), claim.to()),
              new Formula.InService(claim.service()),
              Formula.not(relations.mustAllow()));
      case TiersAdjacent(String name, List<Tier> tiers, var span) ->
          Formula.all(acrossTiers(tiers), relations.mayAllow());
      case Assertion.NoPath noPath ->
          throw new IllegalArgumentException("about paths: " + noPath.name());
    };
  }

  private static Formula between(List<Party> from, List<Party> to) {
    return Formula.all(Formula.in(End.SOURCE, from), Formula.in(End.DESTINATION, to));
  }

  private static Formula acrossTiers(List<Tier> tiers) {
    List<Formula> parts = new ArrayList<>();
    for (int from = 0; from < tiers.size(); from++) {
      for (int to = 0; to < tiers.size(); to++) {
        if (!TiersAdjacent.mayLead(from, to)) {
          parts.add(between(tiers.get(from).zones(), tiers.get(to).zones()));
        }
      }
    }
    return new Formula.Any(parts);
  }
}
