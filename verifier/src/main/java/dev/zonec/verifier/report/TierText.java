package dev.zonec.verifier.report;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Assertion.Tier;
import dev.zonec.model.program.Assertion.TiersAdjacent;
import dev.zonec.verifier.proof.Hop;
import java.util.List;
import java.util.stream.Collectors;

/** Says how a connection leads across tiers. */
final class TierText {
  private TierText() {}

  /** {@code a connection skips from tier `edge` to tier `data`}. */
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

  /** {@code edge, app, data}. */
  static String order(TiersAdjacent claim) {
    return claim.tiers().stream().map(Tier::name).collect(Collectors.joining(", "));
  }

  private static boolean isIn(Endpoint endpoint, Tier tier) {
    return tier.zones().stream().anyMatch(zone -> zone.contains(endpoint));
  }
}
