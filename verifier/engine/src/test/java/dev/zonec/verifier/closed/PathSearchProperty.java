package dev.zonec.verifier.closed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.endpoint.Distinctions;
import dev.zonec.verifier.closed.reachability.ShortestPaths;
import dev.zonec.verifier.random.RandomWorld;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The search finds all shortest sequences of connections, and no others. */
final class PathSearchProperty {
  private record State(int end, boolean passed) {}

  @Property(tries = 120)
  void searchFindsAllShortestPaths(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    ClosedEngine engine =
        new ClosedEngine(random.world(), random.reading(), random.cluster(), Distinctions.NONE);
    BitMatrix connections = engine.connections(engine.ports().allPorted());
    BitSet some = engine.ports().allPorted();
    some.set(0, random.chance(50));
    BitMatrix last = engine.connections(some);
    ShortestPaths.Passage passage = passage(random, engine.ends().size());
    ShortestPaths search = new ShortestPaths(engine, connections, last, passage);
    for (int source = 0; source < engine.ends().size(); source++) {
      ShortestPaths.Found found = search.from(source);
      for (int target = 0; target < engine.ends().size(); target++) {
        if (target != source) {
          List<List<Integer>> expected =
              shortest(engine, connections, last, passage, source, target);
          OptionalInt hops =
              expected.isEmpty()
                  ? OptionalInt.empty()
                  : OptionalInt.of(expected.getFirst().size() - 1);
          assertThat(found.hops(target)).isEqualTo(hops);
          if (hops.isPresent()) {
            assertThat(found.reached().get(engine.classOf(target))).isTrue();
          }
          List<List<Integer>> paths = found.paths(target, 2_000);
          assertThat(paths).doesNotHaveDuplicates();
          if (expected.size() < 2_000) {
            assertThat(paths).containsExactlyInAnyOrderElementsOf(expected);
          }
          assertThat(found.paths(target, 1)).hasSize(Math.min(1, expected.size()));
        }
      }
    }
  }

  private static ShortestPaths.Passage passage(RandomWorld random, int ends) {
    BitSet relays = new BitSet();
    BitSet via = new BitSet();
    for (int end = 0; end < ends; end++) {
      relays.set(end, random.chance(40));
      via.set(end, random.chance(20));
    }
    boolean needed = random.chance(50);
    int longest = random.chance(50) ? 1 + (random.chance(50) ? 1 : 2) : 4;
    return new ShortestPaths.Passage(relays, needed, via, longest);
  }

  /**
   * Returns all shortest walks, by extending walks one hop at a time. Walks that differ only in
   * irrelevant ways share a state.
   */
  private static List<List<Integer>> shortest(
      ClosedEngine engine,
      BitMatrix connections,
      BitMatrix last,
      ShortestPaths.Passage passage,
      int source,
      int target) {
    List<List<Integer>> walks = new ArrayList<>(List.of(List.of(source)));
    HashSet<State> before = new HashSet<>(List.of(new State(source, !passage.needed())));
    for (int hops = 1; hops <= passage.longest() && !walks.isEmpty(); hops++) {
      List<List<Integer>> arrived = new ArrayList<>();
      List<List<Integer>> longer = new ArrayList<>();
      HashSet<State> now = new HashSet<>();
      for (List<Integer> walk : walks) {
        int at = walk.getLast();
        if (at != target
            && passed(walk, passage)
            && last.get(engine.classOf(at), engine.classOf(target))) {
          arrived.add(with(walk, target));
        }
        for (int next = passage.relays().nextSetBit(0);
            next >= 0;
            next = passage.relays().nextSetBit(next + 1)) {
          boolean step =
              next != at
                  && next != source
                  && connections.get(engine.classOf(at), engine.classOf(next));
          if (step) {
            List<Integer> more = with(walk, next);
            State state = new State(next, passed(more, passage));
            if (!before.contains(state)) {
              now.add(state);
              longer.add(more);
            }
          }
        }
      }
      if (!arrived.isEmpty()) {
        return arrived;
      }
      before.addAll(now);
      walks = longer;
    }
    return List.of();
  }

  private static boolean passed(List<Integer> walk, ShortestPaths.Passage passage) {
    return !passage.needed() || walk.subList(1, walk.size()).stream().anyMatch(passage.via()::get);
  }

  private static List<Integer> with(List<Integer> walk, int end) {
    List<Integer> more = new ArrayList<>(walk);
    more.add(end);
    return more;
  }
}
