package dev.zonec.verifier.why;

import static dev.zonec.verifier.why.DecisionContext.Access.DIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Fit;
import dev.zonec.verifier.semantics.NearMiss;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Every reported blocker blocks the connection by itself, nothing else blocks it, and each rule
 * fails to admit it for the reported reason.
 */
final class WhyProperty {
  private static int denied;
  private static int open;
  private static int hosts;

  @AfterContainer
  static void allCasesOccurred() {
    assertThat(denied).isGreaterThan(2_000);
    assertThat(open).isGreaterThan(20);
    assertThat(hosts).isGreaterThan(5);
  }

  @Property(tries = 1000)
  void blockersBlockForTheReportedReasons(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    DecisionContext context =
        new DecisionContext(world, random.reading(), random.cluster(), DIRECT);
    List<Endpoint> ends = random.ends(world);
    List<Transport> transports = random.transports();
    for (int i = 0; i < 40; i++) {
      Endpoint source = random.oneOf(ends);
      Endpoint destination = random.oneOf(ends);
      Transport transport = random.oneOf(transports);
      for (Family family : RandomWorld.families(source, destination)) {
        check(context, new Connection(source, destination, family, transport));
      }
    }
  }

  /**
   * Under MUST, a pod on the host network is evaluated both as a pod and as its node. In this case,
   * a different side blocks it in each treatment.
   */
  @Example
  void aSideIsEvaluatedAgainAfterTheOtherOneIsOpen() {
    World world =
        world(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: shop, labels: {app: agent}}
            spec: {hostNetwork: true}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: out, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: web}}
              policyTypes: [Egress]
              egress: [{to: [{podSelector: {matchLabels: {app: agent}}}]}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: in, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: agent}}
              policyTypes: [Ingress]
            """);
    DecisionContext context = new DecisionContext(world, Reading.MUST, Cluster.UNDECLARED, DIRECT);
    Connection connection = connection(world, "web", "agent");
    assertThat(Blockers.of(context, connection))
        .extracting(Blocker::direction)
        .containsExactly(Direction.EGRESS, Direction.INGRESS);
    check(context, connection);
  }

  @Example
  void aPolicyThatBlocksBothSidesIsChangedTwice() {
    World world =
        world(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: cart, namespace: shop, labels: {app: cart}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: nothing, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            """);
    DecisionContext context = new DecisionContext(world, Reading.MAY, Cluster.UNDECLARED, DIRECT);
    Connection connection = connection(world, "web", "cart");
    assertThat(new ChangeSearch(context, goal(connection)).find())
        .isInstanceOfSatisfying(
            Remedy.Changes.class,
            changes ->
                assertThat(changes.changes())
                    .extracting(Change::direction)
                    .containsExactly(Direction.EGRESS, Direction.INGRESS));
    check(context, connection);
  }

  private static World world(String manifests) {
    return new WorldReader()
        .read(ManifestReader.read(List.of(new SourceText("why.yaml", manifests))))
        .world();
  }

  private static Connection connection(World world, String from, String to) {
    return new Connection(
        pod(world, from), pod(world, to), Family.IPV4, new Transport.Ported(Protocol.TCP, 80));
  }

  private static Endpoint pod(World world, String name) {
    return world.workloads().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow()
        .pod();
  }

  private static void check(DecisionContext context, Connection connection) {
    List<Blocker> blockers = Blockers.of(context, connection);
    boolean allowed = context.decide(connection).isAllowed();
    assertThat(blockers.isEmpty()).as("%s in %s", connection, context).isEqualTo(allowed);
    if (allowed) {
      return;
    }
    denied++;
    assertThat(context.without(blockers).decide(connection).isAllowed())
        .as("without all: %s", blockers)
        .isTrue();
    for (Blocker blocker : blockers) {
      List<Blocker> others = new ArrayList<>(blockers);
      others.remove(blocker);
      assertThat(context.without(others).decide(connection).isAllowed())
          .as("alone: %s of %s", blocker, blockers)
          .isFalse();
    }
    misses(context, connection, blockers);
  }

  /** Checks the reported reason for each part of a rule. */
  private static void misses(
      DecisionContext context, Connection connection, List<Blocker> blockers) {
    for (Blocker blocker : blockers) {
      if (blocker instanceof Blocker.Isolated isolated) {
        for (Policy policy : isolated.by()) {
          assertThat(isolated.misses().stream().filter(m -> m.policy().equals(policy)))
              .as("each rule of %s misses: %s", policy, isolated)
              .hasSize(policy.rules(isolated.direction()).size());
        }
        assertThat(isolated.misses()).noneMatch(miss -> miss.peer().fits() && miss.port().fits());
        if (blocker.equals(Blockers.of(context, connection).getFirst())) {
          isolated.misses().forEach(miss -> miss(context, connection, isolated, miss));
        }
      }
    }
  }

  private static void miss(
      DecisionContext context, Connection connection, Blocker.Isolated isolated, NearMiss miss) {
    Rule anyPort = new Rule(miss.rule().peers(), List.of(), miss.rule().span());
    Rule anyPeer = new Rule(List.of(), miss.rule().ports(), miss.rule().span());
    part(context, connection, isolated, miss, anyPort, miss.peer());
    part(context, connection, isolated, miss, anyPeer, miss.port());
  }

  /**
   * Checks that a part is reported to match if and only if a rule with this part alone admits the
   * connection, or does so with the other answer of the reported knob.
   */
  private static void part(
      DecisionContext context,
      Connection connection,
      Blocker.Isolated isolated,
      NearMiss miss,
      Rule alone,
      Fit fit) {
    World world =
        context
            .world()
            .withClusterPolicies(List.of())
            .withPolicies(List.of(miss.policy().withRules(isolated.direction(), List.of(alone))));
    Function<Reading, SideDecision> says =
        reading -> {
          Decision decision = new Semantics(world, reading, context.cluster()).decide(connection);
          return decision instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
              ? isolated.direction() == Direction.EGRESS ? egress : ingress
              : new SideDecision.NotAPod();
        };
    Predicate<Reading> admits = reading -> says.apply(reading) instanceof SideDecision.Admitted;
    Reading now = context.reading();
    boolean settled =
        now.settled().containsKey(Knob.HOST_NETWORK)
            || !(hostNetwork(connection.source()) || hostNetwork(connection.destination()));
    if (fit instanceof Fit.Open(Knob knob) && knob != Knob.HOST_NETWORK && settled) {
      String other = now.isPermissive(knob) ? knob.restrictive() : knob.permissive();
      assertThat(admits.test(now.with(knob, other)) || !now.permissive())
          .as("%s of %s for %s in %s", fit, miss, connection, context)
          .isTrue();
      assertThat(admits.test(now)).isFalse();
      open++;
    } else if (settled && !(fit instanceof Fit.Open)) {
      assertThat(admits.test(now))
          .as("%s of %s for %s in %s", fit, miss, connection, context)
          .isEqualTo(fit.fits());
    } else if (fit instanceof Fit.Open(Knob knob) && knob == Knob.HOST_NETWORK) {
      hosts++;
      // An end that is treated as its node can be unreachable, or be the other end's own node.
      assertThat(
              Stream.of("pod", "node")
                  .map(answer -> now.with(knob, answer).withPermissive(true))
                  .anyMatch(reading -> says.apply(reading).admits()))
          .as("%s of %s for %s in %s", fit, miss, connection, context)
          .isTrue();
    }
  }

  private static boolean hostNetwork(Endpoint end) {
    return end instanceof Endpoint.Pod pod && pod.hostNetwork();
  }

  private static Goal goal(Connection connection) {
    Transport.Ported ported = (Transport.Ported) connection.transport();
    return new Goal(
        new AnswerEnd(connection.source(), "from"),
        List.of(connection.source()),
        new AnswerEnd(connection.destination(), "to"),
        OpenPorts.of(
            Map.of(ported.protocol(), List.of(new PortRange(ported.port(), ported.port())))));
  }
}
