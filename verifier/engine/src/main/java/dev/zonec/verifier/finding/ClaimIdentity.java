package dev.zonec.verifier.finding;

import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.proof.Claim;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of a claim as text, without its place, and with the names of each list in a fixed
 * order.
 */
final class ClaimIdentity {
  private ClaimIdentity() {}

  /** Returns the content of {@code claim}. */
  static String of(Claim claim) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> "no undeclared connection";
      case Claim.NoBlockedFlow c -> "no blocked flow";
      case Claim.FreeEndsAdmit c -> "nothing blocked that is left free";
      case Claim.NoUndeclaredPath c -> "no undeclared path";
      case Claim.NoSharedPod(var zones) ->
          "disjoint " + names(List.of(zones.first(), zones.second()));
      case Claim.Asserted(Assertion assertion) -> assertion.name() + ": " + of(assertion);
    };
  }

  private static String of(Assertion assertion) {
    return switch (assertion) {
      case Assertion.Never a ->
          "never " + names(a.from()) + " -> " + names(a.to()) + " : " + of(a.service());
      case Assertion.NoPath a ->
          "no path "
              + names(a.from())
              + " ~> "
              + names(a.to())
              + " via "
              + names(a.via())
              + " within "
              + (a.within().isPresent() ? a.within().getAsInt() : "any");
      case Assertion.Only a ->
          "only "
              + names(a.from())
              + " of "
              + names(a.among())
              + " -> "
              + names(a.to())
              + " : "
              + of(a.service());
      case Assertion.Isolated a -> "isolated " + names(a.zones());
      case Assertion.Reachable a ->
          "reachable " + names(a.from()) + " -> " + names(a.to()) + " : " + of(a.service());
      case Assertion.TiersAdjacent a ->
          a.tiers().stream()
              .map(tier -> tier.name() + " " + names(tier.zones()))
              .collect(Collectors.joining(" then ", "tiers ", ""));
    };
  }

  private static String names(List<? extends Party> parties) {
    return parties.stream().map(Party::name).sorted().collect(Collectors.joining(", ", "{", "}"));
  }

  private static String of(Service service) {
    return switch (service) {
      case Service.Anything() -> "anything";
      case Service.Listed(var clauses) ->
          clauses.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    };
  }
}
