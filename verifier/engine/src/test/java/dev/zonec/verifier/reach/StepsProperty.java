package dev.zonec.verifier.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.random.RandomCase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Steps and searches agree with a comparison of every pair. */
final class StepsProperty {
  private static long steps;
  private static long hops;

  @AfterContainer
  static void manyStepsAndPathsWereCompared() {
    assertThat(steps).isGreaterThan(2_000);
    assertThat(hops).isGreaterThan(50);
  }

  @Property(tries = 150)
  void stepsAreTheBoxesThatAgree(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    BoxSpace space = space(world, program);
    Enforcement enforcement = Enforcement.of(world, Reading.MAY);
    AdmittedConnections sides = new AdmittedConnections(space, enforcement);
    List<ConnectionBox> egress = sides.in(Direction.EGRESS);
    List<ConnectionBox> ingress = sides.in(Direction.INGRESS);
    List<Step> pairs = new ArrayList<>();
    for (ConnectionBox from : egress) {
      for (ConnectionBox to : ingress) {
        Steps.step(space, from, to).ifPresent(pairs::add);
      }
    }
    Relation relation = Steps.enforced(space, enforcement);
    assertThat(relation.exact()).isEqualTo(sides.exact());
    assertThat(relation.steps()).isEqualTo(sides.exact() ? pairs : List.of());
  }

  @Property(tries = 150)
  void aSearchTakesEveryStepThatContinuesAPath(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    BoxSpace space = space(world, program);
    Relation relation = Steps.enforced(space, Enforcement.of(world, Reading.MAY));
    steps += relation.steps().size();
    StepSearch reach = new StepSearch(space, relation);
    List<Box> relays = new ArrayList<>(space.parties(program.zones()));
    if (random.chance(50)) {
      space.allPods().ifPresent(relays::add);
    }
    int within = random.oneOf(1, 2, 3, Integer.MAX_VALUE);
    for (Party.Zone zone : program.zones()) {
      List<Box> starts = space.party(zone);
      SearchTree found = reach.from(starts, relays, within);
      SearchTree expected = slowSearch(space, relation.steps(), starts, relays, within);
      assertThat(found.reached()).isEqualTo(expected.reached());
      assertThat(found.reachedWithin(2)).isEqualTo(expected.reachedWithin(2));
      for (Party.Outside outside : program.externals()) {
        Optional<BoxPath> path = found.shortestTo(space.party(outside));
        assertThat(path).isEqualTo(expected.shortestTo(space.party(outside)));
        hops += path.map(p -> p.steps().size()).orElse(0);
      }
    }
  }

  private static BoxSpace space(World world, ZoneProgram program) {
    return new BoxSpace(
        new VocabularyBuilder()
            .add(world)
            .add(program)
            .build(program.cluster(), program.namespacesDeclared()));
  }

  /** Returns a breadth-first search that compares every step with every other step. */
  private static SearchTree slowSearch(
      BoxSpace space, List<Step> steps, List<Box> starts, List<Box> relays, int within) {
    int[] depth = new int[steps.size()];
    int[] parent = new int[steps.size()];
    Arrays.fill(parent, SearchTree.NOT_TAKEN);
    Deque<Integer> queue = new ArrayDeque<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (space.intersects(starts, steps.get(i).source())) {
        depth[i] = 1;
        parent[i] = SearchTree.FROM_START;
        queue.add(i);
        order.add(i);
      }
    }
    while (!queue.isEmpty()) {
      int at = queue.remove();
      if (depth[at] >= within) {
        continue;
      }
      List<Box> here = space.and(List.of(steps.get(at).destination()), relays);
      for (int i = 0; i < steps.size(); i++) {
        if (parent[i] == SearchTree.NOT_TAKEN && space.intersects(here, steps.get(i).source())) {
          depth[i] = depth[at] + 1;
          parent[i] = at;
          queue.add(i);
          order.add(i);
        }
      }
    }
    return new SearchTree(space, steps, starts, relays, order, depth, parent);
  }
}
