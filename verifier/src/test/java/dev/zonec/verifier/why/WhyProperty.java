package dev.zonec.verifier.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.manifest.ManifestReader;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.World;
import dev.zonec.verifier.world.WorldReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
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

  @Property(tries = 1000)
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

  /** Under MUST a pod on its node's network is taken for whatever blocks: here, both in turn. */
  @Example
  void aSideIsAskedAgainOnceTheOtherOneIsFree() {
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
    Situation situation = new Situation(world, Reading.MUST, Cluster.UNDECLARED);
    Connection connection = connection(world, "web", "agent");
    assertThat(Blockers.of(situation, connection))
        .extracting(Blocker::direction)
        .containsExactly(Direction.EGRESS, Direction.INGRESS);
    check(situation, connection);
  }

  @Example
  void onePolicyThatBlocksBothSidesIsChangedOnBoth() {
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
    Situation situation = new Situation(world, Reading.MAY, Cluster.UNDECLARED);
    Connection connection = connection(world, "web", "cart");
    assertThat(new Remedies(situation, connection).against(Blockers.of(situation, connection)))
        .isInstanceOfSatisfying(
            Remedy.Changes.class,
            changes ->
                assertThat(changes.changes())
                    .extracting(Change::direction)
                    .containsExactly(Direction.EGRESS, Direction.INGRESS));
    check(situation, connection);
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

  private static void check(Situation situation, Connection connection) {
    List<Blocker> blockers = Blockers.of(situation, connection);
    boolean allowed = situation.semantics().decide(connection).isAllowed();
    assertThat(blockers.isEmpty()).as("%s in %s", connection, situation).isEqualTo(allowed);
    if (allowed) {
      return;
    }
    denied++;
    assertThat(situation.without(blockers).semantics().decide(connection).isAllowed())
        .as("without all: %s", blockers)
        .isTrue();
    for (Blocker blocker : blockers) {
      List<Blocker> others = new ArrayList<>(blockers);
      others.remove(blocker);
      assertThat(situation.without(others).semantics().decide(connection).isAllowed())
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
}
