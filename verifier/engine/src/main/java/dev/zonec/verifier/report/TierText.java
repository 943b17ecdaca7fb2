package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion.Tier;
import dev.zonec.model.program.Assertion.TiersAdjacent;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.smt.Witness;
import java.util.List;
import java.util.stream.Collectors;

/** Describes connections between tiers of {@code tiers adjacent}. */
final class TierText {
  private TierText() {}

  /** Returns text such as {@code a connection skips from tier `edge` to tier `data`}. */
  static String across(TiersAdjacent claim, Hop hop) {
    List<Tier> tiers = claim.tiers();
    for (int from = 0; from < tiers.size(); from++) {
      for (int to = 0; to < tiers.size(); to++) {
        boolean between =
            isIn(hop.from().endpoint(), tiers.get(from))
                && isIn(hop.to().endpoint(), tiers.get(to));
        if (between && !TiersAdjacent.mayLead(from, to)) {
          return "a connection "
              + (to < from ? "leads back" : "skips")
              + " from tier `"
              + tiers.get(from).name()
              + "` to tier `"
              + tiers.get(to).name()
              + "`";
        }
      }
    }
    throw new IllegalArgumentException("not across tiers: " + hop.connection());
  }

  /** Returns the tiers in order, such as {@code edge, app, data}. */
  static String order(TiersAdjacent claim) {
    return claim.tiers().stream().map(Tier::name).collect(Collectors.joining(", "));
  }

  /** Adds a note if an end of the connection is in several tiers, because this may be the cause. */
  static Diagnostic withTiersOfEnds(Diagnostic diagnostic, TiersAdjacent claim, Hop hop) {
    for (Witness end : List.of(hop.from(), hop.to())) {
      List<String> tiers =
          claim.tiers().stream()
              .filter(tier -> isIn(end.endpoint(), tier))
              .map(tier -> "`" + tier.name() + "`")
              .toList();
      if (tiers.size() > 1) {
        return diagnostic
            .note(end.label() + " is of the tiers " + String.join(" and ", tiers))
            .help("if no pod may be in zones of both tiers, declare it: `disjoint …`");
      }
    }
    return diagnostic;
  }

  private static boolean isIn(Endpoint endpoint, Tier tier) {
    return tier.zones().stream().anyMatch(zone -> zone.contains(endpoint));
  }
}
