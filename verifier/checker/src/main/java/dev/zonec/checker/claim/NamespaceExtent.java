package dev.zonec.checker.claim;

/** Which namespaces are assumed to exist, and with which labels. */
public enum NamespaceExtent {
  /** Any namespace can exist, and namespaces that are not declared can have any labels. */
  ANY,
  /** Only named namespaces exist; those that are not declared can have any labels. */
  NAMED,
  /** Only named namespaces exist, and they have no labels except the declared ones. */
  DECLARED
}
