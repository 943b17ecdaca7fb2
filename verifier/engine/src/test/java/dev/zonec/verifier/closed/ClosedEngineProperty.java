package dev.zonec.verifier.closed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.endpoint.Distinctions;
import dev.zonec.verifier.closed.endpoint.EndpointIndex;
import dev.zonec.verifier.closed.reachability.TransitiveClosure;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** The closed-world engine decides every connection like the concrete semantics. */
final class ClosedEngineProperty {
  private static long connections;

  @AfterContainer
  static void manyConnectionsWereCompared() {
    assertThat(connections).isGreaterThan(100_000);
  }

  @Property(tries = 300)
  void everyDecisionEqualsTheSemantics(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading reading = random.reading();
    Cluster cluster = random.cluster();
    ClosedEngine engine = new ClosedEngine(world, reading, cluster, Distinctions.NONE);
    Semantics semantics = new Semantics(world, reading, cluster);
    List<Transport> transports = random.transports();
    List<Endpoint> ends = random.ends(world);
    for (Endpoint source : ends) {
      for (Endpoint destination : ends) {
        for (Family family : RandomWorld.families(source, destination)) {
          for (Transport transport : transports) {
            Connection connection = new Connection(source, destination, family, transport);
            connections++;
            if (engine.allows(connection) != semantics.decide(connection).isAllowed()) {
              assertThat(engine.allows(connection))
                  .as("%s over %s in %s %s %s", connection, family, world, reading, cluster)
                  .isEqualTo(semantics.decide(connection).isAllowed());
            }
          }
        }
      }
    }
  }

  @Property(tries = 150)
  void theRelationEqualsTheSingleDecisions(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading reading = random.reading();
    ClosedEngine engine = new ClosedEngine(world, reading, random.cluster(), Distinctions.NONE);
    BitSet some = new BitSet();
    for (int atom = 0; atom < engine.ports().size(); atom++) {
      some.set(atom, random.chance(50));
    }
    BitMatrix pairs = engine.connections(some);
    BitMatrix turned = pairs.transposed();
    EndpointIndex ends = engine.ends();
    for (int s = 0; s < ends.size(); s++) {
      for (int d = 0; d < ends.size(); d++) {
        List<Family> families = RandomWorld.families(ends.get(s), ends.get(d));
        if (s == d || families.isEmpty()) {
          continue;
        }
        BitSet expected = new BitSet();
        boolean addresses =
            ends.get(s) instanceof Endpoint.External && ends.get(d) instanceof Endpoint.External;
        for (int atom = 0; !addresses && atom < engine.ports().size(); atom++) {
          expected.set(atom, allows(engine, ends.get(s), ends.get(d), families, atom, reading));
        }
        int source = engine.classOf(s);
        int destination = engine.classOf(d);
        assertThat(engine.open(source, destination)).isEqualTo(expected);
        boolean any = expected.intersects(some);
        assertThat(pairs.get(source, destination)).isEqualTo(any);
        assertThat(turned.get(destination, source)).isEqualTo(any);
      }
    }
  }

  @Property(tries = 150)
  void theClosureEqualsRepeatedSteps(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    ClosedEngine engine =
        new ClosedEngine(random.world(), random.reading(), random.cluster(), Distinctions.NONE);
    BitMatrix steps = engine.connections(engine.ports().allPorted());
    BitSet relays = new BitSet();
    for (int c = 0; c < engine.classes(); c++) {
      relays.set(c, random.chance(60));
    }
    BitMatrix reach = TransitiveClosure.of(steps, relays);
    for (int start = 0; start < engine.classes(); start++) {
      BitSet reached = new BitSet();
      Deque<Integer> going = new ArrayDeque<>(List.of(start));
      boolean first = true;
      while (!going.isEmpty()) {
        int at = going.pop();
        if (first || relays.get(at)) {
          for (int c = steps.next(at, 0); c >= 0; c = steps.next(at, c + 1)) {
            if (!reached.get(c)) {
              reached.set(c);
              going.push(c);
            }
          }
        }
        first = false;
      }
      for (int c = 0; c < engine.classes(); c++) {
        assertThat(reach.get(start, c)).isEqualTo(reached.get(c));
      }
    }
  }

  private static boolean allows(
      ClosedEngine engine,
      Endpoint source,
      Endpoint destination,
      List<Family> families,
      int atom,
      Reading reading) {
    Transport transport =
        atom == engine.ports().portless()
            ? new Transport.Portless("ICMP")
            : engine.ports().ported().get(atom).transport();
    boolean any = false;
    boolean all = true;
    for (Family family : families) {
      boolean allowed = engine.allows(new Connection(source, destination, family, transport));
      any |= allowed;
      all &= allowed;
    }
    return reading.permissive() ? any : all;
  }
}
