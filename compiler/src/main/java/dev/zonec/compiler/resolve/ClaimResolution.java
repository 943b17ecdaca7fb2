package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.AssertionDeclaration.Claim;
import dev.zonec.grammar.tree.Claim.Bound;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.OptionalInt;

/** Resolves what assertions claim. */
final class ClaimResolution {
  private final PartyNames parties;
  private final ServiceResolution services;
  private final Problems problems;

  ClaimResolution(PartyNames parties, ServiceResolution services, Problems problems) {
    this.parties = parties;
    this.services = services;
    this.problems = problems;
  }

  Claim resolve(dev.zonec.grammar.tree.Claim claim) {
    return switch (claim) {
      case dev.zonec.grammar.tree.Claim.Never c ->
          new Claim.Never(
              parties.parties(c.from()), parties.parties(c.to()), services.resolve(c.services()));
      case dev.zonec.grammar.tree.Claim.NoPath c ->
          new Claim.NoPath(
              parties.parties(c.from()),
              parties.parties(c.to()),
              switch (c.via()) {
                case dev.zonec.grammar.tree.Claim.Via.Nothing() -> List.of();
                case dev.zonec.grammar.tree.Claim.Via.Through(var some) -> parties.parties(some);
              },
              within(c.bound()));
      case dev.zonec.grammar.tree.Claim.Only c ->
          new Claim.Only(
              parties.parties(c.from()),
              switch (c.among()) {
                case dev.zonec.grammar.tree.Claim.Among.Everyone() -> List.of();
                case dev.zonec.grammar.tree.Claim.Among.Members(var some) -> parties.parties(some);
              },
              parties.parties(c.to()),
              services.resolve(c.services()));
      case dev.zonec.grammar.tree.Claim.Isolated c ->
          new Claim.Isolated(
              parties.zones(c.zones(), "name a zone: only zones can be isolated").stream()
                  .map(PartyUse::party)
                  .toList());
      case dev.zonec.grammar.tree.Claim.Reachable c ->
          new Claim.Reachable(
              parties.parties(c.from()), parties.parties(c.to()), services.resolve(c.services()));
      case dev.zonec.grammar.tree.Claim.TiersAdjacent c -> tiers(c);
    };
  }

  private Claim tiers(dev.zonec.grammar.tree.Claim.TiersAdjacent claim) {
    List<PartyUse> zones = parties.zones(claim.zones(), "name zones: only zones have tiers");
    boolean all = zones.size() == claim.zones().members().size();
    return new Claim.TiersAdjacent(TierOrder.of(zones, all, claim.where().span(), problems));
  }

  private OptionalInt within(Bound bound) {
    return switch (bound) {
      case Bound.AnyLength() -> OptionalInt.empty();
      case Bound.Within(Word hops) -> PathLength.of(hops, problems);
    };
  }
}
