package dev.zonec.application.report;

import java.util.List;

/**
 * A connection of a counterexample.
 *
 * @param from the source, as reports name it
 * @param to the destination
 * @param port protocol and port, such as {@code tcp/443}
 * @param outside whether one of the ends is an address outside of the cluster
 * @param steps both sides, egress first; empty if no policy decides
 */
public record PathHop(String from, String to, String port, boolean outside, List<PathStep> steps) {
  /** Copies the steps. */
  public PathHop {
    steps = List.copyOf(steps);
  }

  @Override
  public String toString() {
    return from + " -> " + to + " : " + port;
  }
}
