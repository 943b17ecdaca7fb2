package dev.zonec.verifier.quotient;

/** What is taken for granted of the namespaces that exist, and of their labels. */
public enum NamespaceAssumption {
  /** Nothing: there may be others, and those that are only named may have any labels. */
  NONE,
  /** Only named ones exist; those that no manifest declares may have any labels. */
  NAMED,
  /** Only named ones exist, with no labels but the declared ones. */
  DECLARED
}
