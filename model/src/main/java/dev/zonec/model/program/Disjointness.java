package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * No pod is in two of some zones.
 *
 * @param zones all different; of fewer than two nothing is said
 * @param span the statement that says so
 */
public record Disjointness(List<Party.Zone> zones, Span span) {
  /** Copies the zones. */
  public Disjointness {
    zones = List.copyOf(zones);
  }

  /**
   * Two zones that share no pod.
   *
   * @param first the one that the statement names first
   * @param second the other
   * @param span the statement
   */
  public record Pair(Party.Zone first, Party.Zone second, Span span) {
    @Override
    public String toString() {
      return first + " and " + second;
    }
  }

  /** Every two of the zones, in the order of the statement. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      for (int j = i + 1; j < zones.size(); j++) {
        pairs.add(new Pair(zones.get(i), zones.get(j), span));
      }
    }
    return pairs;
  }
}
