package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.reading.Knob;

/** Whether a part of a rule, its peers or its ports, fits a connection, and why not. */
public sealed interface Fit {
  /** It does. */
  record Fits() implements Fit {}

  /** It is about others, however open points are settled. */
  record Differs() implements Fit {}

  /**
   * It does not as {@code knob} is resolved, and would with the other answer.
   *
   * @param knob the open point
   */
  record Open(Knob knob) implements Fit {}

  /** It hangs on labels of the other end's namespace, which no manifest declares. */
  record UnknownLabels() implements Fit {}

  /** It hangs on the other end's address, which is not known. */
  record UnknownAddress() implements Fit {}

  /** Whether it fits. */
  default boolean fits() {
    return this instanceof Fits;
  }
}
