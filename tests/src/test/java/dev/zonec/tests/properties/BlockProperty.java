package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.response.block.Block;
import dev.zonec.response.block.Blocked;
import dev.zonec.response.block.Blocking;
import dev.zonec.response.plugin.PluginPolicies;
import dev.zonec.response.quarantine.Means;
import dev.zonec.verifier.diff.ChangedConnection;
import dev.zonec.verifier.diff.RemovalProof;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Blocks in random worlds. After the change, the concrete semantics allows no pod a connection that
 * is blocked, and every other connection is as before. If the answer is that no change does this,
 * then the reason is one of those that the guide names: a rule that decides before NetworkPolicies,
 * a port that a rule admits by its name, or a Baseline tier that new NetworkPolicies would replace.
 */
final class BlockProperty {
  /** The number of worlds, such as 10,000 for a long run. */
  private static final int WORLDS = Integer.getInteger("zonec.worlds", 60);

  /** The seed of the first world, so that a long run can be divided. */
  private static final long FIRST = Long.getLong("zonec.world", 0);

  private static final List<String> BLOCKS =
      List.of(
          "203.0.113.0/24",
          "203.0.113.200/32",
          "203.0.0.0/16",
          "8.8.8.8/32",
          "2001:db8::/32",
          "2001:db8::5/128",
          "10.0.0.0/8",
          "0.0.0.0/0");
  private static final List<PortClause> PORTS =
      List.of(
          new PortClause.Numbered(Protocol.TCP, new PortRange(80, 80)),
          new PortClause.Numbered(Protocol.TCP, new PortRange(81, 99)),
          new PortClause.Numbered(Protocol.TCP, new PortRange(4242, 4242)),
          new PortClause.Numbered(Protocol.UDP, new PortRange(53, 53)),
          new PortClause.AllPorts(Protocol.UDP));
  private static final List<Transport.Ported> TRANSPORTS =
      List.of(
          new Transport.Ported(Protocol.TCP, 80),
          new Transport.Ported(Protocol.TCP, 85),
          new Transport.Ported(Protocol.TCP, 99),
          new Transport.Ported(Protocol.TCP, 4242),
          new Transport.Ported(Protocol.UDP, 53),
          new Transport.Ported(Protocol.SCTP, 53));

  private int proved;
  private int rewritten;
  private int added;
  private int denied;
  private int byPlugins;
  private int impossible;
  private int unsettled;

  @Test
  void connectionsAreBlockedAndNothingElseChanges() {
    for (long seed = FIRST; seed < FIRST + WORLDS; seed++) {
      check(seed);
    }
    System.out.printf(
        "%d worlds: %d blocked (%d with rewritten rules, %d with new policies, %d with a denial"
            + " that comes first, %d of them of a network plugin), %d impossible; %d with an"
            + " unsettled change%n",
        WORLDS, proved, rewritten, added, denied, byPlugins, impossible, unsettled);
    assertThat(proved).isGreaterThan(WORLDS / 2);
    assertThat(rewritten).isGreaterThan(WORLDS / 10);
    assertThat(added).isGreaterThan(WORLDS / 10);
    assertThat(denied).isGreaterThan(WORLDS / 20);
    assertThat(byPlugins).isGreaterThan(WORLDS / 30);
    assertThat(unsettled).isLessThan(WORLDS / 4 + 1);
    assertThat(impossible).isGreaterThan(WORLDS / 60);
  }

  private void check(long seed) {
    Random random = new Random(seed);
    RandomPolicies ends = new RandomPolicies(seed);
    List<ClusterPolicy> clusterPolicies = new RandomClusterPolicies(seed).policies(2);
    World world =
        ends.world().withClusterPolicies(random.nextInt(2) == 0 ? List.of() : clusterPolicies);
    Means means =
        switch (random.nextInt(8)) {
          case 0, 1 -> Means.NETWORK_POLICY;
          case 2 -> Means.CILIUM;
          case 3 -> Means.CALICO;
          default -> Means.IN_USE;
        };
    Blocked blocked = blocked(random);
    Block.Attempts attempts =
        new Block(
                world,
                Cluster.UNDECLARED,
                Reading.MAY,
                List.of(),
                new Coverage.Whole(),
                PluginPolicies.NONE)
            .attempts(new Blocking("b", blocked, means), Deadline.never());
    Block.Attempt last = attempts.last();
    assertThat(attempts.tooMany()).isEmpty();
    switch (last.result()) {
      case RemovalProof.Result.Proved result -> {
        proved++;
        unsettled += result.unsettled().isPresent() ? 1 : 0;
        rewritten += last.change().rewritten().isEmpty() ? 0 : 1;
        added += last.change().added().stream().anyMatch(e -> !e.namespace().isEmpty()) ? 1 : 0;
        byPlugins += last.change().meanings().isEmpty() ? 0 : 1;
        denied += last.change().added().stream().anyMatch(e -> e.namespace().isEmpty()) ? 1 : 0;
        checkProved(seed, world, blocked, last, result, ends);
      }
      case RemovalProof.Result.Possible(var connection) -> {
        impossible++;
        // A tier of Calico that comes first decides everything.
        assertThat(means).as("seed %s", seed).isNotEqualTo(Means.CALICO);
        assertThat(isNamed(connection, world) || !world.clusterPolicies().isEmpty())
            .as("seed %s: %s", seed, connection)
            .isTrue();
      }
      case RemovalProof.Result.Changed(var connection) -> {
        impossible++;
        assertThat(world.clusterPolicies().stream().anyMatch(p -> p.tier() == Tier.BASELINE))
            .as("seed %s: %s", seed, connection)
            .isTrue();
      }
      case RemovalProof.Result.Unknown(String reason) ->
          throw new AssertionError("seed " + seed + ": " + reason);
    }
  }

  private static Blocked blocked(Random random) {
    List<Cidr> blocks = new ArrayList<>();
    List<PortClause> ports = new ArrayList<>();
    do {
      if (random.nextInt(3) > 0) {
        blocks.add(Cidr.of(BLOCKS.get(random.nextInt(BLOCKS.size()))));
      }
      if (random.nextInt(3) == 0) {
        ports.add(PORTS.get(random.nextInt(PORTS.size())));
      }
    } while (blocks.isEmpty() && ports.isEmpty() || random.nextInt(3) == 0);
    return new Blocked(blocks, ports);
  }

  /** Whether a rule admits the port of the connection by its name. */
  private static boolean isNamed(ChangedConnection connection, World world) {
    return connection.to().endpoint() instanceof Endpoint.Pod pod
        && connection.transport() instanceof Transport.Ported ported
        && pod.namedPorts().stream()
            .filter(port -> port.port() == ported.port())
            .anyMatch(
                port ->
                    world.policies().stream()
                        .flatMap(
                            policy ->
                                Stream.of(Direction.values())
                                    .flatMap(side -> policy.rules(side).stream()))
                        .flatMap(rule -> rule.ports().stream())
                        .anyMatch(
                            each ->
                                each.clause()
                                    .equals(new PortClause.Named(port.protocol(), port.name()))));
  }

  private static void checkProved(
      long seed,
      World world,
      Blocked blocked,
      Block.Attempt attempt,
      RemovalProof.Result.Proved result,
      RandomPolicies ends) {
    World changed = attempt.change().in(world);
    Semantics was = new Semantics(world, Reading.MAY, Cluster.UNDECLARED);
    Semantics is = new Semantics(changed, Reading.MAY, Cluster.UNDECLARED);
    Semantics mustWas = new Semantics(world, Reading.MUST, Cluster.UNDECLARED);
    Semantics mustIs = new Semantics(changed, Reading.MUST, Cluster.UNDECLARED);
    PluginTexts plugins = PluginTexts.of(attempt.change());
    List<Endpoint> some = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      some.add(ends.endpoint("end" + i));
    }
    for (Endpoint from : some) {
      for (Endpoint to : some) {
        if (from.equals(to) || (!(from instanceof Endpoint.Pod) && !(to instanceof Endpoint.Pod))) {
          continue;
        }
        connections(from, to)
            .forEach(
                each -> {
                  boolean allowed = is.decide(each).isAllowed();
                  boolean before = was.decide(each).isAllowed();
                  if (!plugins.isEmpty()) {
                    boolean asked = isBlocked(each, blocked, p -> true);
                    boolean denied = plugins.denies(each);
                    assertThat(denied == asked || (denied && isPodInBlock(each, blocked)))
                        .as("seed %s: %s", seed, each)
                        .isTrue();
                  }
                  if (isBlocked(each, blocked, p -> true)) {
                    boolean covered =
                        result.everyNamespace() || isBlocked(each, blocked, p -> isKnown(p, world));
                    assertThat(allowed)
                        .as("seed %s: %s", seed, each)
                        .isEqualTo(covered ? false : allowed && before);
                  } else if (isPodInBlock(each, blocked)) {
                    assertThat(before || !allowed).as("seed %s: %s", seed, each).isTrue();
                  } else {
                    assertThat(allowed).as("seed %s: %s", seed, each).isEqualTo(before);
                    if (result.unsettled().isEmpty()) {
                      assertThat(mustIs.decide(each).isAllowed())
                          .as("seed %s: %s", seed, each)
                          .isEqualTo(mustWas.decide(each).isAllowed());
                    }
                  }
                });
      }
    }
  }

  private static boolean isKnown(Endpoint.Pod pod, World world) {
    return world.namespaces().stream().anyMatch(each -> each.name().equals(pod.namespace().name()));
  }

  private static boolean isBlocked(
      Connection connection, Blocked blocked, Predicate<Endpoint.Pod> pods) {
    boolean source = connection.source() instanceof Endpoint.Pod pod && pods.test(pod);
    boolean destination = connection.destination() instanceof Endpoint.Pod pod && pods.test(pod);
    boolean port =
        connection.transport() instanceof Transport.Ported ported
            && blocked.ports().stream()
                .anyMatch(
                    each ->
                        each.protocol() == ported.protocol()
                            && switch (each) {
                              case PortClause.AllPorts all -> true;
                              case PortClause.Numbered(var protocol, var range) ->
                                  range.contains(ported.port());
                              case PortClause.Named named -> false;
                            });
    return (port && (source || destination))
        || (source && isIn(connection.destination(), blocked))
        || (destination && isIn(connection.source(), blocked));
  }

  private static boolean isIn(Endpoint end, Blocked blocked) {
    return end instanceof Endpoint.External external && contains(external.address(), blocked);
  }

  private static boolean isPodInBlock(Connection connection, Blocked blocked) {
    return Stream.of(connection.source(), connection.destination())
        .anyMatch(
            end ->
                end instanceof Endpoint.Pod pod
                    && pod.addresses().stream()
                        .filter(address -> address.family() == connection.family())
                        .anyMatch(address -> contains(address, blocked)));
  }

  private static boolean contains(IpAddress address, Blocked blocked) {
    return blocked.blocks().stream().anyMatch(block -> block.contains(address));
  }

  private static Stream<Connection> connections(Endpoint from, Endpoint to) {
    List<Connection> all = new ArrayList<>();
    for (Family family : Connection.families(from, to)) {
      TRANSPORTS.forEach(each -> all.add(new Connection(from, to, family, each)));
    }
    return all.stream();
  }
}
