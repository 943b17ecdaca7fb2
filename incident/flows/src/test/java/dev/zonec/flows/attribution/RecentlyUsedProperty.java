package dev.zonec.flows.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is remembered is what was computed, for no more keys than the bound. */
final class RecentlyUsedProperty {
  @Property(tries = 200)
  void resultsAreThoseOfTheirKeys(@ForAll long seed) {
    Random random = new Random(seed);
    int most = 2 + random.nextInt(40);
    RecentlyUsed<Integer, String> results = new RecentlyUsed<>(most);
    List<Integer> lately = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int key = random.nextInt(100);
      boolean[] computed = new boolean[1];
      String result =
          results.get(
              key,
              k -> {
                computed[0] = true;
                return "result " + k;
              });
      assertThat(result).isEqualTo("result " + key);
      assertThat(results.size()).isLessThanOrEqualTo(Math.max(2, most));
      assertThat(computed[0] && lately.contains(key))
          .as("a key of the last %s is remembered", most / 2)
          .isFalse();
      lately.remove((Integer) key);
      lately.add(key);
      if (lately.size() > most / 2) {
        lately.removeFirst();
      }
    }
  }
}
