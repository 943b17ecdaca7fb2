package dev.zonec.verifier.semantics;

/** The treatment of pods on the host network, at both ends of a connection. */
enum HostNetwork {
  /** They count as pods. */
  POD,
  /** They count as their nodes. */
  NODE
}
