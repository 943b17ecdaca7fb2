package dev.zonec.application.graph;

import java.util.Locale;

/** What the nodes of a graph stand for. */
public enum By {
  /** Zones, and the pods that are in no zone. */
  ZONE,
  /** Namespaces. */
  NAMESPACE,
  /** Workloads. */
  WORKLOAD;

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
