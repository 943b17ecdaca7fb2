package dev.zonec.checker.deployed;

import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import java.util.List;

/**
 * Which connections an assertion about single connections forbids, or requires.
 *
 * @param declared the declared connections
 * @param members which ends are in which parties
 */
record AssertedConnections(DeclaredConnections declared, Members members) {
  /**
   * Whether the assertion is about the connection and no waiver excuses it. Such a connection must
   * not be allowed; for {@link Assertion.Reachable}, it must be.
   */
  boolean concerns(Assertion assertion, List<Waiver> waivers, ListedConnection listed) {
    return switch (assertion) {
          case Assertion.Never claim ->
              isBetween(listed, claim.from(), claim.to()) && opens(claim.service(), listed);
          case Assertion.Only claim ->
              (claim.among().isEmpty() || members.isInAny(listed.source(), claim.among()))
                  && members.isInAny(listed.destination(), claim.to())
                  && !(members.isInAny(listed.source(), claim.from())
                      && opens(claim.service(), listed));
          case Assertion.Isolated claim ->
              (members.isInAny(listed.source(), claim.zones())
                      || members.isInAny(listed.destination(), claim.zones()))
                  && !declared.declares(listed);
          case Assertion.Reachable claim ->
              isBetween(listed, claim.from(), claim.to()) && opens(claim.service(), listed);
          case Assertion.TiersAdjacent claim -> isAcross(listed, claim.tiers());
          case Assertion.NoPath claim -> throw new IllegalArgumentException("about paths");
        }
        && waivers.stream().noneMatch(waiver -> excuses(waiver, listed));
  }

  private boolean isBetween(ListedConnection listed, List<Party> from, List<Party> to) {
    return members.isInAny(listed.source(), from) && members.isInAny(listed.destination(), to);
  }

  private static boolean opens(Service service, ListedConnection listed) {
    return Intent.opens(
        service, listed.connection().transport(), listed.connection().destination());
  }

  private boolean isAcross(ListedConnection listed, List<Assertion.Tier> tiers) {
    for (int i = 0; i < tiers.size(); i++) {
      for (int j = 0; j < tiers.size(); j++) {
        if (!Assertion.TiersAdjacent.mayLead(i, j)
            && isBetween(listed, tiers.get(i).zones(), tiers.get(j).zones())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean excuses(Waiver waiver, ListedConnection listed) {
    return waiver.excused() instanceof Waiver.Excused.Connections(var from, var to, var service)
        && isBetween(listed, from, to)
        && opens(service, listed);
  }
}
