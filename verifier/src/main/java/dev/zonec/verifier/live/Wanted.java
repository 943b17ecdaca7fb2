package dev.zonec.verifier.live;

/** What is read of a cluster. */
public enum Wanted {
  /** Every object that has a say in what connects. */
  ALL_OBJECTS,
  /** Its namespaces, which is all that a compilation needs. */
  NAMESPACES
}
