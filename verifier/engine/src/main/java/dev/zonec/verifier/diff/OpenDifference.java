package dev.zonec.verifier.diff;

import java.util.List;

/** The difference between two worlds, for every pod that could exist. */
public sealed interface OpenDifference {
  /**
   * The policies of both worlds have the same rules, apart from names and places, so they allow the
   * same connections.
   */
  record SameRules() implements OpenDifference {}

  /**
   * The difference is exactly the union of the regions. Z3 has checked this for every pod that
   * could exist.
   *
   * @param more the connections that only the second world allows
   * @param less the connections that only the first world allows
   * @param unsettled examples of connections outside the regions on which the worlds differ if a
   *     point that the API leaves open is resolved against the connection
   */
  record Exact(List<Region> more, List<Region> less, List<ChangedConnection> unsettled)
      implements OpenDifference {
    /** Copies the lists. */
    public Exact {
      more = List.copyOf(more);
      less = List.copyOf(less);
      unsettled = List.copyOf(unsettled);
    }

    /** Whether both worlds allow the same connections. */
    public boolean none() {
      return more.isEmpty() && less.isEmpty() && unsettled.isEmpty();
    }
  }

  /**
   * The difference is not known completely.
   *
   * @param reason the reason, as a clause
   * @param more examples of connections that only the second world allows
   * @param less examples of connections that only the first world allows
   */
  record Unknown(String reason, List<ChangedConnection> more, List<ChangedConnection> less)
      implements OpenDifference {
    /** Copies the lists. */
    public Unknown {
      more = List.copyOf(more);
      less = List.copyOf(less);
    }
  }
}
