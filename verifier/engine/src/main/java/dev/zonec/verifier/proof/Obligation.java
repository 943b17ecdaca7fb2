package dev.zonec.verifier.proof;

import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.Optional;

/**
 * A statement of a proof: no connection that could exist satisfies {@code formula}.
 *
 * @param says the statement, as a sentence without a full stop
 * @param sufficient a formula that {@code formula} implies, and that contains fewer policies: if
 *     nothing satisfies it, the obligation holds; empty if there is none
 * @param formula the formula
 */
record Obligation(String says, Optional<Formula> sufficient, Formula formula) {
  /** Creates an obligation that contains so few policies that no shorter one is needed. */
  static Obligation small(String says, Formula formula) {
    return new Obligation(says, Optional.of(formula), formula);
  }

  /** Returns whether the solver finds the sufficient formula impossible, if there is one. */
  boolean holdsInShort(Z3Checker checker) {
    return sufficient.isPresent() && checker.isSeparatelyImpossible(sufficient.get());
  }

  /** Returns whether the obligation contains so few policies that there is one form only. */
  @SuppressWarnings("ReferenceEquality") // Equal formulas that are not the same are two forms.
  boolean isSmall() {
    return sufficient.isPresent() && sufficient.get() == formula;
  }

  /** Creates an obligation that no shorter one stands for. */
  static Obligation whole(String says, Formula formula) {
    return new Obligation(says, Optional.empty(), formula);
  }
}
