package dev.zonec.kubernetes.live;

/** What is read of a cluster. */
public enum ReadExtent {
  /** Every object that has a say in what connects. */
  ALL_OBJECTS,
  /**
   * What a compilation needs: its namespaces, and where the API server and the nodes are, as far as
   * that may be read.
   */
  NAMESPACES
}
