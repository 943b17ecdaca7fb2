package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.AssertionDeclaration;
import dev.zonec.compiler.resolve.AssertionDeclaration.AssertedClaim;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import java.util.List;

/** Lowers assertions. */
final class AssertionLowering {
  private final LoweredParties parties;

  AssertionLowering(LoweredParties parties) {
    this.parties = parties;
  }

  Assertion lower(AssertionDeclaration declaration) {
    String name = declaration.name();
    Span span = declaration.span();
    return switch (declaration.claim()) {
      case AssertedClaim.Never c ->
          new Assertion.Never(name, all(c.from()), all(c.to()), c.service(), span);
      case AssertedClaim.NoPath c ->
          new Assertion.NoPath(name, all(c.from()), all(c.to()), all(c.via()), c.within(), span);
      case AssertedClaim.Only c ->
          new Assertion.Only(name, all(c.from()), all(c.among()), all(c.to()), c.service(), span);
      case AssertedClaim.Isolated c -> new Assertion.Isolated(name, all(c.zones()), span);
      case AssertedClaim.Reachable c ->
          new Assertion.Reachable(name, all(c.from()), all(c.to()), c.service(), span);
      case AssertedClaim.TiersAdjacent(var tiers) ->
          new Assertion.TiersAdjacent(
              name,
              tiers.stream()
                  .map(tier -> new Assertion.Tier(tier.name(), all(tier.zones())))
                  .toList(),
              span);
    };
  }

  private List<Party> all(List<PartyDeclaration> declarations) {
    return parties.all(declarations);
  }
}
