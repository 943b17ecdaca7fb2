package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxPath;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.reach.Reach;
import dev.zonec.verifier.reach.Relation;
import dev.zonec.verifier.reach.Steps;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Cutting the steps of paths that are found finds the same as cutting everything at first. */
final class EnforcedReachProperty {
  private static int cuts;
  private static int found;
  private static int none;

  @AfterContainer
  static void somethingWasCut() {
    assertThat(cuts).isGreaterThan(20);
    assertThat(found).isGreaterThan(50);
    assertThat(none).isGreaterThan(10);
  }

  @Property(tries = 150)
  void cutOnDemandPathsAreTheShortest(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    BoxSpace space =
        new BoxSpace(
            new VocabularyBuilder()
                .add(world)
                .add(program)
                .build(program.cluster(), program.namespacesDeclared()));
    Enforcement enforcement = Enforcement.of(world, Reading.MAY);
    Relation all = Steps.enforced(space, enforcement);
    if (!all.exact()) {
      return;
    }
    Reach exact = new Reach(space, all);
    EnforcedReach onDemand =
        new EnforcedReach(
            space,
            enforcement,
            Deadline.never(),
            Steps.roughly(space, enforcement, Deadline.never()));
    List<Box> relays = new ArrayList<>(space.parties(program.zones()));
    for (Party.Zone zone : program.zones()) {
      List<Box> starts = space.party(zone);
      for (Party.Outside outside : program.externals()) {
        List<Box> targets = space.party(outside);
        Optional<BoxPath> expected =
            exact.from(starts, relays, Integer.MAX_VALUE).shortestTo(targets);
        Optional<BoxPath> path = path(onDemand, starts, relays, targets);
        assertThat(path.map(p -> p.steps().size())).isEqualTo(expected.map(p -> p.steps().size()));
        found += path.isPresent() ? 1 : 0;
        none += path.isPresent() ? 0 : 1;
      }
    }
  }

  private static Optional<BoxPath> path(
      EnforcedReach reach, List<Box> starts, List<Box> relays, List<Box> targets) {
    while (true) {
      Optional<BoxPath> path =
          reach.reach().from(starts, relays, Integer.MAX_VALUE).shortestTo(targets);
      if (path.isEmpty() || reach.isExact(path.get())) {
        return path;
      }
      cuts++;
      assertThat(reach.cut(path.get())).isEmpty();
    }
  }
}
