package dev.zonec.verifier.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** What is said to block does, nothing else does, and what is said to help helps. */
final class WhyProperty {
  private static int denied;
  private static int helped;

  @AfterContainer
  static void manyWereDeniedAndMostCouldBeHelped() {
    assertThat(denied).isGreaterThan(2_000);
    assertThat(helped).isGreaterThan(denied / 4);
  }

  @Property(tries = 400)
  void blockersBlockAndChangesHelp(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Situation situation = new Situation(world, random.reading(), random.cluster());
    List<Endpoint> ends = random.ends(world);
    List<Transport> transports = random.transports();
    for (int i = 0; i < 40; i++) {
      Endpoint source = random.oneOf(ends);
      Endpoint destination = random.oneOf(ends);
      Transport transport = random.oneOf(transports);
      for (Family family : RandomWorld.families(source, destination)) {
        check(situation, new Connection(source, destination, family, transport));
      }
    }
  }

  private static void check(Situation situation, Connection connection) {
    List<Blocker> blockers = Blockers.of(situation, connection);
    boolean allowed = situation.semantics().decide(connection).isAllowed();
    assertThat(blockers.isEmpty()).as("%s in %s", connection, situation).isEqualTo(allowed);
    if (allowed) {
      return;
    }
    denied++;
    assertThat(without(situation, blockers).semantics().decide(connection).isAllowed())
        .as("without all: %s", blockers)
        .isTrue();
    for (Blocker blocker : blockers) {
      List<Blocker> others = new ArrayList<>(blockers);
      others.remove(blocker);
      assertThat(without(situation, others).semantics().decide(connection).isAllowed())
          .as("alone: %s of %s", blocker, blockers)
          .isFalse();
    }
    if (new Remedies(situation, connection).against(blockers)
        instanceof Remedy.Changes(List<Change> changes)) {
      helped++;
      World changed = situation.world();
      for (Change change : changes) {
        changed = change.in(changed);
      }
      assertThat(changed).isNotEqualTo(situation.world());
      assertThat(situation.with(changed).semantics().decide(connection).isAllowed())
          .as("%s", changes)
          .isTrue();
    }
  }

  private static Situation without(Situation situation, List<Blocker> blockers) {
    Situation rest = situation;
    for (Blocker blocker : blockers) {
      rest = rest.without(blocker);
    }
    return rest;
  }
}
