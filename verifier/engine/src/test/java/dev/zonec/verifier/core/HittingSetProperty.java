package dev.zonec.verifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A smallest hitting set has the size and the cost of the best one among all sets. */
final class HittingSetProperty {
  private static final int MEMBERS = 9;

  @Property(tries = 500)
  void theResultIsABestOne(@ForAll long seed) {
    Random random = new Random(seed);
    int[] costs = random.ints(MEMBERS, 0, 3).toArray();
    List<Set<Integer>> sets = new ArrayList<>();
    for (int i = random.nextInt(9); i >= 0; i--) {
      Set<Integer> set = new HashSet<>();
      for (int j = random.nextInt(4); j >= 0; j--) {
        set.add(random.nextInt(MEMBERS));
      }
      sets.add(set);
    }
    Set<Integer> found = HittingSet.smallest(sets, member -> costs[member]).orElseThrow();
    assertThat(sets).allMatch(set -> set.stream().anyMatch(found::contains));
    int best = Integer.MAX_VALUE;
    for (int chosen = 0; chosen < 1 << MEMBERS; chosen++) {
      int some = chosen;
      if (sets.stream()
          .allMatch(set -> set.stream().anyMatch(member -> (some >> member & 1) == 1))) {
        best = Math.min(best, value(some, costs));
      }
    }
    int bits = found.stream().mapToInt(member -> 1 << member).sum();
    assertThat(value(bits, costs)).isEqualTo(best);
  }

  private static int value(int chosen, int[] costs) {
    int cost = 0;
    for (int i = 0; i < MEMBERS; i++) {
      cost += (chosen >> i & 1) * costs[i];
    }
    return 1000 * Integer.bitCount(chosen) + cost;
  }
}
