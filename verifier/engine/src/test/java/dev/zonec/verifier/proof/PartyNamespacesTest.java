package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.reach.BoxSpace;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The namespaces of a party include the namespaces of its boxes. */
class PartyNamespacesTest {
  @Property(tries = 500)
  void theNamespacesOfItsBoxesAreIncluded(@ForAll long seed, @ForAll boolean declared) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    Vocabulary vocabulary =
        new VocabularyBuilder().add(world).add(program).build(program.cluster(), declared);
    BoxSpace space = new BoxSpace(vocabulary);
    for (Party.Zone zone : program.zones()) {
      check(zone, space);
    }
    for (Flow flow : program.flows()) {
      check(flow.from(), space);
      check(flow.to(), space);
    }
  }

  private static void check(Party party, BoxSpace space) {
    Bits boxes = Relations.namespaces(space.party(party));
    assertThat(PartyNamespaces.of(party, space.vocabulary()).containsAll(boxes))
        .as("%s", party)
        .isTrue();
  }
}
