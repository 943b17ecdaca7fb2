package dev.zonec.kubernetes.live;

/** The objects that are read from a cluster. */
public enum ReadExtent {
  /** Every object that affects connections. */
  ALL_OBJECTS,
  /** The same, and the roles, bindings and service accounts that decide about access. */
  WITH_ACCESS,
  /**
   * The objects that a compilation needs: namespaces, and the addresses of the API server and the
   * nodes as far as reading them is permitted.
   */
  NAMESPACES
}
