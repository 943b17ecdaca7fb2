package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.AssertionDeclaration.AssertedClaim;
import dev.zonec.grammar.tree.ClaimTree;
import dev.zonec.grammar.tree.ClaimTree.Bound;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.OptionalInt;

/** Resolves the claims of assertions. */
final class ClaimResolution {
  private final PartyNames parties;
  private final ServiceResolution services;
  private final Problems problems;

  ClaimResolution(PartyNames parties, ServiceResolution services, Problems problems) {
    this.parties = parties;
    this.services = services;
    this.problems = problems;
  }

  AssertedClaim resolve(ClaimTree claim) {
    return switch (claim) {
      case ClaimTree.Never c ->
          new AssertedClaim.Never(
              parties.parties(c.from()), parties.parties(c.to()), services.resolve(c.services()));
      case ClaimTree.NoPath c ->
          new AssertedClaim.NoPath(
              parties.parties(c.from()),
              parties.parties(c.to()),
              switch (c.via()) {
                case ClaimTree.Via.Nothing() -> List.of();
                case ClaimTree.Via.Through(var some) -> parties.parties(some);
              },
              within(c.bound()));
      case ClaimTree.Only c ->
          new AssertedClaim.Only(
              parties.parties(c.from()),
              switch (c.among()) {
                case ClaimTree.Among.Everyone() -> List.of();
                case ClaimTree.Among.Members(var some) -> parties.parties(some);
              },
              parties.parties(c.to()),
              services.resolve(c.services()));
      case ClaimTree.Isolated c ->
          new AssertedClaim.Isolated(
              parties.zones(c.zones(), "name a zone: only zones can be isolated").stream()
                  .map(PartyUse::party)
                  .toList());
      case ClaimTree.Reachable c ->
          new AssertedClaim.Reachable(
              parties.parties(c.from()), parties.parties(c.to()), services.resolve(c.services()));
      case ClaimTree.TiersAdjacent c -> tiers(c);
    };
  }

  private AssertedClaim tiers(ClaimTree.TiersAdjacent claim) {
    List<PartyUse> zones = parties.zones(claim.zones(), "name zones: only zones have tiers");
    boolean all = zones.size() == claim.zones().members().size();
    return new AssertedClaim.TiersAdjacent(TierOrder.of(zones, all, claim.span(), problems));
  }

  private OptionalInt within(Bound bound) {
    return switch (bound) {
      case Bound.AnyLength() -> OptionalInt.empty();
      case Bound.Within(Word hops) -> PathLength.of(hops, problems);
    };
  }
}
