package dev.zonec.verifier.proof;

import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.SearchTree;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The sets of ends that a search reached, as invariants of a {@linkplain PathObligations proof}.
 *
 * @param sets the first set contains every end that a path of one hop leads to, the second of two
 *     hops, and so on; the last one contains all ends that longer paths lead to. At least one
 */
public record PathInvariants(List<PathInvariant> sets) {
  /** Copies the list and refuses an empty one. */
  public PathInvariants {
    sets = List.copyOf(sets);
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("no invariant");
    }
  }

  /**
   * Returns the boxes that a search over listed steps reached. With a bound, there is a set for
   * each number of hops, until a set is equal to the one before.
   */
  static PathInvariants of(SearchTree tree, OptionalInt within) {
    if (within.isEmpty()) {
      return new PathInvariants(List.of(new PathInvariant.In(tree.reached())));
    }
    List<PathInvariant> sets = new ArrayList<>();
    List<Box> reached = tree.reachedWithin(1);
    sets.add(new PathInvariant.In(reached));
    for (int hops = 2; hops <= within.getAsInt(); hops++) {
      List<Box> next = tree.reachedWithin(hops);
      if (next.equals(reached)) {
        break;
      }
      sets.add(new PathInvariant.In(next));
      reached = next;
    }
    return new PathInvariants(sets);
  }

  /** Returns the complements of the regions that {@link LevelSearch} blocked. */
  static PathInvariants of(LevelSearch.Result.NoPath found) {
    return new PathInvariants(
        found.unreachable().stream().<PathInvariant>map(PathInvariant.NotIn::new).toList());
  }
}
