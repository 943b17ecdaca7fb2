package dev.zonec.checker.solver;

import java.math.BigInteger;
import java.util.Map;

/** The solver's answer to one question. */
public sealed interface Answer {
  /** No values make the statement true. */
  record Impossible() implements Answer {}

  /**
   * Some values make the statement true.
   *
   * @param numbers the values of its numbers; empty for a question of a script
   * @param truths the values of its truth variables; empty for a question of a script
   */
  record Possible(Map<String, BigInteger> numbers, Map<String, Boolean> truths) implements Answer {
    /** Copies the maps. */
    public Possible {
      numbers = Map.copyOf(numbers);
      truths = Map.copyOf(truths);
    }
  }

  /**
   * The solver has no answer.
   *
   * @param reason why, as part of a sentence
   */
  record Unknown(String reason) implements Answer {}
}
