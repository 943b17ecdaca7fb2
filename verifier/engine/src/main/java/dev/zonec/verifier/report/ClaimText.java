package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Place;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.proof.Claim;

/** Names claims, and gives the code and the place of their violations. */
public final class ClaimText {
  private ClaimText() {}

  /** Returns the name, such as {@code assertion `no_leak`}. */
  public static String name(Claim claim) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> "`no undeclared connection`";
      case Claim.NoBlockedFlow c -> "`no blocked flow`";
      case Claim.FreeEndsAdmit c -> "`nothing blocked that is left free`";
      case Claim.NoUndeclaredPath c -> "`no undeclared path`";
      case Claim.NoSharedPod(var zones) -> "`" + zones + " share no pod`";
      case Claim.Asserted(Assertion assertion) -> "assertion `" + assertion.name() + "`";
    };
  }

  /** Returns the code of a violation of {@code claim}. */
  public static Code code(Claim claim) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> Code.ZC0506;
      case Claim.NoBlockedFlow c -> Code.ZC0507;
      case Claim.FreeEndsAdmit c -> Code.ZC0514;
      case Claim.NoUndeclaredPath c -> Code.ZC0508;
      case Claim.NoSharedPod c -> Code.ZC0531;
      case Claim.Asserted(Assertion assertion) ->
          switch (assertion) {
            case Assertion.NoPath a -> Code.ZC0501;
            case Assertion.Never a -> Code.ZC0502;
            case Assertion.Only a -> Code.ZC0503;
            case Assertion.Isolated a -> Code.ZC0504;
            case Assertion.Reachable a -> Code.ZC0505;
            case Assertion.TiersAdjacent a -> Code.ZC0530;
          };
    };
  }

  /** Returns the place of the claim in the program; nowhere for a standing claim. */
  public static Place place(Claim claim) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> new Place.Nowhere();
      case Claim.NoBlockedFlow c -> new Place.Nowhere();
      case Claim.FreeEndsAdmit c -> new Place.Nowhere();
      case Claim.NoUndeclaredPath c -> new Place.Nowhere();
      case Claim.NoSharedPod(var zones) -> Place.at(zones.span());
      case Claim.Asserted(Assertion assertion) -> Place.at(assertion.span());
    };
  }
}
