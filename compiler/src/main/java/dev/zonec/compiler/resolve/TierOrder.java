package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Determines the order of tiers in an assertion: the order in which its zones first mention each
 * tier.
 */
final class TierOrder {
  private TierOrder() {}

  /**
   * @param zones the zones, in the order of the list
   * @param all whether all names of the list are valid
   */
  static List<AssertionDeclaration.Tier> of(
      List<PartyUse> zones, boolean all, Span claim, Problems problems) {
    Map<String, List<PartyDeclaration>> tiers = new LinkedHashMap<>();
    boolean tiered = all;
    for (PartyUse use : zones) {
      PartyDeclaration.Zone zone = (PartyDeclaration.Zone) use.party().whole();
      switch (zone.tierOrInherited()) {
        case PartyDeclaration.Tiering.Named(String tier) ->
            tiers.computeIfAbsent(tier, name -> new ArrayList<>()).add(use.party());
        case PartyDeclaration.Tiering.Unnamed() -> {
          tiered = false;
          problems.add(untiered(use, zone));
        }
      }
    }
    if (tiered && tiers.size() == 1) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0224,
                  claim,
                  "all zones are of tier `" + tiers.keySet().iterator().next() + "`")
              .labelled("the claim would have no effect")
              .help("list zones of two tiers or more, from the edge inwards"));
    }
    return tiers.entrySet().stream()
        .map(entry -> new AssertionDeclaration.Tier(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Diagnostic untiered(PartyUse use, PartyDeclaration.Zone zone) {
    return Diagnostic.error(Code.ZC0223, use.span(), "the zone `" + zone + "` has no tier")
        .also(zone.span(), "declared without a tier")
        .help("give it or an outer zone a tier: `zone " + zone + " tier NAME { … }`");
  }
}
