package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;

/** Something to prove. */
public sealed interface Claim {
  /** Whatever the policies may allow with an end in a zone, a flow declares. */
  record NoUndeclaredConnection() implements Claim {}

  /** Whatever a flow declares, the policies must allow. */
  record NoBlockedFlow() implements Claim {}

  /** Where no zone denies an end anything, the policies there block nothing. */
  record FreeEndsAdmit() implements Claim {}

  /** Whatever leads from one party to another over any number of hops, flows lead there too. */
  record NoUndeclaredPath() implements Claim {}

  /** Two zones have no pod in common. */
  record NoSharedPod(Disjointness.Pair zones) implements Claim {}

  /** What an assertion claims. */
  record Asserted(Assertion assertion) implements Claim {}
}
