package dev.zonec.verifier.quotient;

/** The assumption about which namespaces exist and which labels they have. */
public enum NamespaceAssumption {
  /** No assumption: any namespace can exist, and undeclared namespaces can have any labels. */
  NONE,
  /** Only named namespaces exist; undeclared namespaces can have any labels. */
  NAMED,
  /** Only named namespaces exist, and they have no labels except the declared ones. */
  DECLARED
}
