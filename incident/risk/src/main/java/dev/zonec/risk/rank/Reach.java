package dev.zonec.risk.rank;

import java.util.Locale;

/** What can reach a workload; the worst comes first. */
public enum Reach {
  /** The internet, through a Service, an Ingress or a route that leads to a pod of the path. */
  EXPOSED,
  /**
   * The internet, as far as policies decide. No object is known that leads there, so this needs a
   * route to the address of a pod.
   */
  ADMITTED,
  /** This is not known, because a part of the manifests is not covered. */
  UNKNOWN,
  /** Other workloads of the cluster only. */
  INSIDE,
  /** No workload of the manifests, and not the internet. */
  NOTHING;

  /** Whether the internet reaches the workload. */
  public boolean fromInternet() {
    return this == EXPOSED || this == ADMITTED;
  }

  /** Whether something is known to reach the workload. */
  public boolean reached() {
    return fromInternet() || this == INSIDE;
  }

  /** Returns the word in machine formats, such as {@code exposed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
