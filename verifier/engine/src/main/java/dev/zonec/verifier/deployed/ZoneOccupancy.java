package dev.zonec.verifier.deployed;

/** Whether the manifests show pods of a zone. */
enum ZoneOccupancy {
  /** A workload of the manifests is in the zone. */
  FILLED,
  /** The manifests show namespaces of the zone, but no workload in the zone. */
  EMPTY,
  /** An object in one of its namespaces creates pods that no manifest shows. */
  HIDDEN,
  /** The manifests show nothing of its namespaces. */
  NOT_SHOWN
}
