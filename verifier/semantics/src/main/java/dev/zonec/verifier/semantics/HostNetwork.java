package dev.zonec.verifier.semantics;

/** How host-network pods are treated, at both ends of a connection alike. */
enum HostNetwork {
  /** Like other pods. */
  POD,
  /** As their nodes. */
  NODE
}
