package dev.zonec.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.exposure.WorkloadBoxes;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.random.RandomConnection;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.PortBox;
import dev.zonec.verifier.semantics.Semantics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The regions of a comparison are disjoint, and they contain exactly the connections that the
 * concrete semantics decides differently in the two worlds. Z3 checks the same within the
 * comparison.
 */
final class ComparisonProperty {
  private static final Duration MOST_TIME = Duration.ofSeconds(20);
  private static final int CONNECTIONS = 60;

  /** The most regions for which the test asks Z3. */
  private static final int FEW = 40;

  @Property(tries = 60)
  void theRegionsAreExactlyTheDifference(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World before = random.world();
    WorldPair worlds = new WorldPair(before, changed(before, random));
    ZoneProgram program = random.program();
    Reading may = random.reading();
    Comparison comparison = new Comparison(worlds, program, may);
    // A few random worlds differ in so many regions that a command would end at its time limit.
    Deadline deadline = Deadline.in(MOST_TIME);
    Optional<Comparison.Listing> listing = Bounded.by(() -> deadline, comparison::listing);
    Assume.that(listing.isPresent());
    if (!(listing.orElseThrow() instanceof Comparison.Listing.Listed(var more, var less))) {
      assertThat(listing).containsInstanceOf(Comparison.Listing.SameRules.class);
      return;
    }
    if (more.size() + less.size() < FEW) {
      // Throws if Z3 finds a connection on which the regions and the encoding disagree.
      assertThat(comparison.run()).isInstanceOf(OpenDifference.Exact.class);
    }
    World shared = World.of(worlds.namespaces(), List.of());
    for (int i = 0; i < CONNECTIONS; i++) {
      Connection connection = RandomConnection.of(random, shared);
      boolean exists =
          (connection.source() instanceof Endpoint.Pod
                  || connection.destination() instanceof Endpoint.Pod)
              && comparison.space().vocabulary().podsHave(connection.family());
      if (exists) {
        boolean then = isAllowed(connection, worlds.before(), may, program);
        boolean now = isAllowed(connection, worlds.after(), may, program);
        assertThat(containing(more, connection, comparison.space()))
            .as("more permissive: %s in %s", connection, worlds)
            .isEqualTo(now && !then ? 1 : 0);
        assertThat(containing(less, connection, comparison.space()))
            .as("less permissive: %s in %s", connection, worlds)
            .isEqualTo(then && !now ? 1 : 0);
      }
    }
  }

  /** Returns an unrelated world, or a world with some other policies. */
  private static World changed(World before, RandomCase random) {
    World other = random.world();
    if (random.chance(30)) {
      return other;
    }
    List<Policy> policies = new ArrayList<>(before.policies());
    policies.removeIf(policy -> random.chance(20));
    other.policies().stream().filter(policy -> random.chance(20)).forEach(policies::add);
    List<ClusterPolicy> cluster = new ArrayList<>(before.clusterPolicies());
    cluster.removeIf(policy -> random.chance(20));
    other.clusterPolicies().stream().filter(policy -> random.chance(20)).forEach(cluster::add);
    World labelled = random.chance(20) ? other : before;
    return labelled.withPolicies(policies).withClusterPolicies(cluster);
  }

  private static boolean isAllowed(
      Connection connection, World world, Reading may, ZoneProgram program) {
    return new Semantics(world, may, program.cluster())
        .decide(
            new Connection(
                WorldPair.seenIn(world, connection.source()),
                WorldPair.seenIn(world, connection.destination()),
                connection.family(),
                connection.transport()))
        .isAllowed();
  }

  private static long containing(
      List<Rectangle> rectangles, Connection connection, BoxSpace space) {
    return rectangles.stream()
        .filter(
            rectangle ->
                rectangle.families().contains(connection.family())
                    && isIn(rectangle.sources(), connection.source(), space)
                    && isIn(rectangle.destinations(), connection.destination(), space)
                    && rectangle.ports().stream().anyMatch(port -> isOn(port, connection)))
        .count();
  }

  private static boolean isIn(List<Box> boxes, Endpoint end, BoxSpace space) {
    Box point =
        switch (end) {
          case Endpoint.Pod pod -> point(pod, space);
          case Endpoint.External(var address) ->
              new Box.Addresses(
                  address.family(),
                  Bits.of(space.vocabulary().atoms(address.family()).indexOf(address.value())));
          case Endpoint.Node node -> throw new AssertionError("no nodes here");
        };
    return boxes.stream().anyMatch(box -> space.contains(box, point));
  }

  /** Returns the box of one pod; if the labels of its namespace are unknown, they are its own. */
  private static Box point(Endpoint.Pod pod, BoxSpace space) {
    Vocabulary vocabulary = space.vocabulary();
    Box.Pods box = new WorkloadBoxes(space).of(pod);
    List<Bits> labels = new ArrayList<>();
    for (int key = 0; key < vocabulary.namespaceKeys().size(); key++) {
      labels.add(Bits.of(vocabulary.namespaceKeys().get(key).indexIn(pod.namespace().labels())));
    }
    return new Box.Pods(
        box.namespaces(),
        LabelSets.of(vocabulary.namespaceKeys(), labels),
        box.podLabels(),
        box.v4(),
        box.v6());
  }

  private static boolean isOn(PortBox port, Connection connection) {
    Transport.Ported transport = (Transport.Ported) connection.transport();
    return port.protocol() == transport.protocol()
        && port.range().contains(transport.port())
        && port.names().stream().allMatch(name -> hasName(connection, transport, name))
        && port.without().stream().noneMatch(name -> hasName(connection, transport, name));
  }

  private static boolean hasName(Connection connection, Transport.Ported transport, String name) {
    return connection.destination() instanceof Endpoint.Pod pod
        && pod.namedPorts()
            .contains(new NamedPort(name, transport.protocol(), transport.port(), false));
  }

  /** Families are part of the regions, so a test that never meets IPv6 would prove less. */
  @Property(tries = 1)
  void bothFamiliesOccur() {
    boolean v6 = false;
    for (long seed = 0; seed < 50; seed++) {
      RandomCase random = new RandomCase(seed, false);
      v6 |= RandomConnection.of(random, random.world()).family() == Family.IPV6;
    }
    assertThat(v6).isTrue();
  }
}
