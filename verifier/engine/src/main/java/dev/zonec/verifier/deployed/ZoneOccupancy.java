package dev.zonec.verifier.deployed;

/** Whether manifests show pods of a zone. */
enum ZoneOccupancy {
  /** A workload is in it. */
  FILLED,
  /** The manifests show its namespaces, and no workload there is in it. */
  EMPTY,
  /** Something makes pods in its namespaces that no manifest shows. */
  HIDDEN,
  /** The manifests show nothing of its namespaces. */
  NOT_SHOWN
}
