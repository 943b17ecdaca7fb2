package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;

/** A statement that {@code verify} proves or refutes (spec/verification.md, Claims). */
public sealed interface Claim {
  /**
   * Returns a text that distinguishes the claim from the other claims of a program, such as {@code
   * assertion db_is_private}. It contains the name of an assertion and not its content.
   */
  default String key() {
    return switch (this) {
      case NoUndeclaredConnection c -> "no undeclared connection";
      case NoBlockedFlow c -> "no blocked flow";
      case FreeEndsAdmit c -> "nothing blocked that is left free";
      case NoUndeclaredPath c -> "no undeclared path";
      case NoSharedPod(Disjointness.Pair zones) ->
          "disjoint {" + zones.first().name() + ", " + zones.second().name() + "}";
      case Asserted(Assertion assertion) -> "assertion " + assertion.name();
    };
  }

  /** Every connection with an end in a zone that the policies allow under MAY is declared. */
  record NoUndeclaredConnection() implements Claim {}

  /** Every connection that a flow declares is allowed by the policies under MUST. */
  record NoBlockedFlow() implements Claim {}

  /**
   * The policies block nothing at an end that no zone denies. Only {@code import} makes this claim.
   */
  record FreeEndsAdmit() implements Claim {}

  /**
   * If the policies let one party reach another over any number of hops, declared connections do so
   * too.
   */
  record NoUndeclaredPath() implements Claim {}

  /** Two zones that are declared disjoint have no pod in common. */
  record NoSharedPod(Disjointness.Pair zones) implements Claim {}

  /** The claim of an assertion. */
  record Asserted(Assertion assertion) implements Claim {}
}
