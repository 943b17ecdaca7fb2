package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code disjoint} statement: no pod is in two of the zones.
 *
 * @param zones different zones; with fewer than two, the statement has no effect
 * @param span the statement
 */
public record Disjointness(List<Party.Zone> zones, Span span) {
  /** Copies the zones. */
  public Disjointness {
    zones = List.copyOf(zones);
  }

  /**
   * Two zones without a common pod.
   *
   * @param first the zone that the statement names first
   * @param second the other zone
   * @param span the statement
   */
  public record Pair(Party.Zone first, Party.Zone second, Span span) {
    @Override
    public String toString() {
      return first + " and " + second;
    }
  }

  /** Returns the statement about one pair only. */
  public static Disjointness of(Pair pair) {
    return new Disjointness(List.of(pair.first(), pair.second()), pair.span());
  }

  /** Returns every pair of zones, in the order of the statement. */
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
