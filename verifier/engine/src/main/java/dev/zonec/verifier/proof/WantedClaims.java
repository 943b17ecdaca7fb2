package dev.zonec.verifier.proof;

import java.util.List;

/**
 * The claims to decide.
 *
 * @param standing the standing claims
 * @param assertions whether the assertions of the program are decided
 */
record WantedClaims(List<Claim> standing, boolean assertions) {
  /** The standing claims and the assertions. */
  static final WantedClaims OF_PROGRAM = new WantedClaims(StandingClaims.all(false), true);

  /** The same and {@link Claim.FreeEndsAdmit}. */
  static final WantedClaims BOTH_WAYS = new WantedClaims(StandingClaims.all(true), true);

  /** The assertions only. */
  static final WantedClaims ASSERTIONS = new WantedClaims(List.of(), true);

  /** Returns {@code claim} alone; of an assertion, all assertions of the program. */
  static WantedClaims only(Claim claim) {
    return switch (claim) {
      case Claim.Asserted asserted -> ASSERTIONS;
      case Claim.NoUndeclaredConnection c -> new WantedClaims(List.of(c), false);
      case Claim.NoBlockedFlow c -> new WantedClaims(List.of(c), false);
      case Claim.FreeEndsAdmit c -> new WantedClaims(List.of(c), false);
      case Claim.NoUndeclaredPath c -> throw new IllegalArgumentException(c.key());
      case Claim.NoSharedPod c -> throw new IllegalArgumentException(c.key());
    };
  }
}
