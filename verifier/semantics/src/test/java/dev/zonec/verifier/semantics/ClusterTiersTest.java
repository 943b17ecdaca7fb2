package dev.zonec.verifier.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.PolicySubject;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiers where not everything is known; the seeds have what is. */
final class ClusterTiersTest {
  private static final Span SPAN = new Span(new SourceText("test", ""), 0, 0);
  private static final Endpoint.Pod HERE = pod(Namespace.declared("here", Map.of()), "here");
  private static final Selector TEAM_X = in("team", "x");
  private static final ClusterPeer OF_TEAM_X =
      new ClusterPeer.Pods(TEAM_X, Selector.EVERYTHING, SPAN);

  private static Selector in(String key, String value) {
    return new Selector(List.of(new Requirement.In(key, new TreeSet<>(List.of(value)))));
  }

  private static Endpoint.Pod pod(Namespace namespace, String name, String... addresses) {
    return new Endpoint.Pod(
        namespace,
        name,
        Map.of(),
        List.of(),
        false,
        "",
        java.util.Arrays.stream(addresses).map(IpAddress::of).toList());
  }

  private static ClusterRule rule(Action action, ClusterPeer... peers) {
    return new ClusterRule("", action, List.of(peers), List.of(), SPAN);
  }

  private static ClusterPolicy policy(String name, Tier tier, int priority, ClusterRule... egress) {
    return new ClusterPolicy(
        "ClusterNetworkPolicy",
        name,
        tier,
        priority,
        new PolicySubject(Selector.EVERYTHING, Selector.EVERYTHING),
        List.of(),
        List.of(egress),
        SPAN);
  }

  private static World world(ClusterPolicy... policies) {
    return World.of(List.of(), List.of()).withClusterPolicies(List.of(policies));
  }

  private static Connection to(Endpoint other) {
    return new Connection(HERE, other, Family.IPV4, new Transport.Ported(Protocol.TCP, 80));
  }

  private static boolean allowed(World world, Endpoint other, Reading reading) {
    return new Semantics(world, reading, Cluster.UNDECLARED).decide(to(other)).isAllowed();
  }

  /** {@code A}llowed in both readings, {@code U}ndefined, {@code D}enied in both. */
  private static String verdict(World world, Endpoint other) {
    boolean may = allowed(world, other, Reading.MAY);
    boolean must = allowed(world, other, Reading.MUST);
    assertThat(may || !must).as("whatever MUST allows, MAY allows").isTrue();
    return must ? "A" : may ? "U" : "D";
  }

  /** First a rule that may match, then one that does; nobody knows the namespace's labels. */
  @ParameterizedTest
  @CsvSource({
    "ACCEPT, DENY, U",
    "ACCEPT, ACCEPT, A",
    "ACCEPT, PASS, A",
    "DENY, ACCEPT, U",
    "DENY, DENY, D",
    "DENY, PASS, U",
    "PASS, DENY, U",
    "PASS, ACCEPT, A",
    "PASS, PASS, A"
  })
  void anUnknownLabelLeavesTwoPossibilities(Action first, Action second, String verdict) {
    ClusterPeer anyone = new ClusterPeer.Pods(Selector.EVERYTHING, Selector.EVERYTHING, SPAN);
    World world = world(policy("p", Tier.ADMIN, 1, rule(first, OF_TEAM_X), rule(second, anyone)));
    Endpoint.Pod unknown = pod(Namespace.undeclared("there"), "there");
    Endpoint.Pod known = pod(Namespace.declared("there", Map.of("team", "y")), "there");
    assertThat(verdict(world, unknown)).isEqualTo(verdict);
    assertThat(verdict(world, known)).isEqualTo(second == Action.DENY ? "D" : "A");
  }

  @ParameterizedTest
  @CsvSource({"10.1.0.0/16, U", "0.0.0.0/0, D", "203.0.113.0/24, A"})
  void anUnknownAddressMayBeAnyThatPodsHave(String block, String verdict) {
    ClusterPeer networks = new ClusterPeer.Networks(List.of(Cidr.of(block)), SPAN);
    World world = world(policy("p", Tier.ADMIN, 1, rule(Action.DENY, networks)));
    Namespace there = Namespace.declared("there", Map.of());
    assertThat(verdict(world, pod(there, "there"))).isEqualTo(verdict);
    boolean in = Cidr.of(block).contains(IpAddress.of("10.1.2.3"));
    assertThat(verdict(world, pod(there, "there", "10.1.2.3"))).isEqualTo(in ? "D" : "A");
  }

  @Test
  void aDomainNameMayStandForAnyAddressAndForNoneForCertain() {
    ClusterPeer names = new ClusterPeer.DomainNames(List.of("example.org"), SPAN);
    ClusterPeer all = new ClusterPeer.Networks(List.of(Cidr.of("0.0.0.0/0")), SPAN);
    World world =
        world(policy("p", Tier.ADMIN, 1, rule(Action.ACCEPT, names), rule(Action.DENY, all)));
    assertThat(verdict(world, new Endpoint.External(IpAddress.of("8.8.8.8")))).isEqualTo("U");
  }

  @Test
  void nodesAreKnownByLabelsAndMayBeBehindAddresses() {
    Endpoint.Node front =
        new Endpoint.Node("n1", Map.of("role", "front"), List.of(IpAddress.of("192.0.2.1")));
    Endpoint.Node back = new Endpoint.Node("n2", Map.of(), List.of(IpAddress.of("192.0.2.2")));
    ClusterPeer fronts = new ClusterPeer.Nodes(in("role", "front"), SPAN);
    World world =
        new World(
            List.of(),
            List.of(),
            List.of(front, back),
            List.of(),
            List.of(policy("p", Tier.ADMIN, 1, rule(Action.DENY, fronts))));
    assertThat(verdict(world, front)).isEqualTo("D");
    assertThat(verdict(world, back)).isEqualTo("A");
    assertThat(verdict(world, new Endpoint.External(IpAddress.of("10.9.9.9")))).isEqualTo("U");
    assertThat(verdict(world, new Endpoint.External(IpAddress.of("192.0.2.1")))).isEqualTo("U");
    assertThat(verdict(world, new Endpoint.External(IpAddress.of("8.8.8.8")))).isEqualTo("A");
  }

  @Test
  void aKnobSettlesTies() {
    ClusterPeer anyone = new ClusterPeer.Pods(Selector.EVERYTHING, Selector.EVERYTHING, SPAN);
    World world =
        world(
            policy("a", Tier.ADMIN, 5, rule(Action.DENY, anyone)),
            policy("b", Tier.ADMIN, 5, rule(Action.ACCEPT, anyone)),
            policy("c", Tier.ADMIN, 5, rule(Action.PASS, anyone)));
    Endpoint other = pod(Namespace.declared("there", Map.of()), "there");
    assertThat(verdict(world, other)).isEqualTo("U");
    for (Reading reading : List.of(Reading.MAY, Reading.MUST)) {
      assertThat(allowed(world, other, reading.with(Knob.EQUAL_PRIORITY_TIES, "allow"))).isTrue();
      assertThat(allowed(world, other, reading.with(Knob.EQUAL_PRIORITY_TIES, "deny"))).isFalse();
    }
    Decision decision = new Semantics(world, Reading.MAY, Cluster.UNDECLARED).decide(to(other));
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Judged.class,
            judged ->
                assertThat(judged.egress())
                    .isInstanceOfSatisfying(
                        SideDecision.Decided.class,
                        side -> {
                          assertThat(side.by().policy().name()).isEqualTo("b");
                          assertThat(side.tied().stream().map(t -> t.policy().name()))
                              .containsExactlyInAnyOrder("a", "c");
                        }));
  }
}
