package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.reading.Knob;

/**
 * Whether a part of a rule (its peers or its ports) matches a connection, and otherwise the reason.
 */
public sealed interface Fit {
  /** The part matches. */
  record Fits() implements Fit {}

  /** The part does not match under any reading. */
  record Differs() implements Fit {}

  /** The part does not match, but would match with the other answer of {@code knob}. */
  record Open(Knob knob) implements Fit {}

  /** The match depends on labels of the other end's namespace, which no manifest declares. */
  record UnknownLabels() implements Fit {}

  /** The match depends on the unknown address of the other end. */
  record UnknownAddress() implements Fit {}

  /** Whether the part matches. */
  default boolean fits() {
    return this instanceof Fits;
  }
}
