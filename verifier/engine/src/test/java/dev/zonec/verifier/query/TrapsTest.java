package dev.zonec.verifier.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.semantics.Semantics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Regression tests for mistakes that other tools for NetworkPolicies made. */
final class TrapsTest {
  private static World world(String text) {
    Manifests manifests = ManifestReader.read(List.of(new SourceText("t.yaml", text)));
    assertThat(manifests.unreadable()).isEmpty();
    WorldReading reading = new WorldReader().read(manifests);
    assertThat(reading.problems()).isEmpty();
    return reading.world();
  }

  private static Endpoint.Pod pod(World world, String name) {
    return world.workloads().stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no workload " + name + " in " + world.workloads()))
        .pod();
  }

  private static boolean allows(World world, String from, String to) {
    Connection connection =
        new Connection(
            pod(world, from), pod(world, to), Family.IPV4, new Transport.Ported(Protocol.TCP, 80));
    return new Semantics(world, Reading.MUST, Cluster.UNDECLARED).decide(connection).isAllowed();
  }

  private static String pod(String namespace, String name, String labels) {
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {namespace: %s, name: %s, labels: {%s}}\n"
        .formatted(namespace, name, labels);
  }

  private static String admit(String from) {
    return """
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {namespace: x, name: p}
    spec:
      podSelector: {matchLabels: {app: server}}
      policyTypes: [Ingress]
      ingress: [{from: [%s]}]
    """
        .formatted(from);
  }

  /** A policy that selects one replica is not evaluated with the labels of another replica. */
  @Test
  void replicasAreMatchedByTheirOwnLabels() {
    String owner =
        "ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, controller: true}]";
    String replicas =
        """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: x, name: db-0, labels: {role: primary}, %s}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: x, name: db-1, labels: {role: replica}, %s}
        """
            .formatted(owner, owner);
    World world =
        world(
            replicas
                + pod("x", "server", "app: server")
                + admit("{podSelector: {matchLabels: {role: primary}}}"));
    assertThat(allows(world, "db-0", "server")).isTrue();
    assertThat(allows(world, "db-1", "server")).isFalse();
  }

  @Test
  void declaredNamespacesHaveTheNameLabel() {
    for (String labels : List.of("", ", labels: {team: red}", ", labels: null")) {
      World world =
          world(
              "apiVersion: v1\nkind: Namespace\nmetadata: {name: one%s}\n".formatted(labels)
                  + pod("one", "client", "app: client")
                  + pod("two", "stranger", "app: client")
                  + pod("x", "server", "app: server")
                  + admit(
                      "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: one}}}"));
      assertThat(allows(world, "client", "server")).as(labels).isTrue();
      assertThat(allows(world, "stranger", "server")).as(labels).isFalse();
    }
  }

  /**
   * If a peer has a namespace selector, an absent and an empty pod selector both match every pod.
   */
  @Test
  void anAbsentPodSelectorMatchesEveryPod() {
    for (String pods : List.of("", ", podSelector: null", ", podSelector: {}")) {
      World world =
          world(
              pod("one", "client", "app: client")
                  + pod("x", "server", "app: server")
                  + admit(
                      "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: one}}%s}"
                          .formatted(pods)));
      assertThat(allows(world, "client", "server")).as(pods).isTrue();
    }
  }

  @Test
  void aKeyDoesNotMatchALongerKey() {
    World world =
        world(
            pod("x", "server", "app: server")
                + pod("x", "longer", "myapp: client, app.kubernetes.io/name: client")
                + pod("x", "shorter", "ap: client")
                + pod("x", "same", "app: client")
                + admit("{podSelector: {matchLabels: {app: client}}}"));
    assertThat(allows(world, "same", "server")).isTrue();
    assertThat(allows(world, "longer", "server")).isFalse();
    assertThat(allows(world, "shorter", "server")).isFalse();
  }

  /** Both sides admit some ports, but no port is admitted by both. */
  @Test
  void bothSidesHaveToAdmitThePort() {
    World world =
        world(
            pod("x", "client", "app: client")
                + pod("x", "server", "app: server")
                + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {namespace: x, name: out}
                spec:
                  podSelector: {matchLabels: {app: client}}
                  policyTypes: [Egress]
                  egress: [{ports: [{port: 80}]}]
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {namespace: x, name: in}
                spec:
                  podSelector: {matchLabels: {app: server}}
                  policyTypes: [Ingress]
                  ingress: [{ports: [{port: 443}]}]
                """);
    assertThat(
            new ConnectionListing(world, Cluster.UNDECLARED, Reading.MAY)
                .table().rows().stream()
                    .map(row -> row.from() + " -> " + row.to())
                    .filter(row -> row.contains("client") && row.contains("server"))
                    .filter(row -> row.indexOf("client") < row.indexOf("server")))
        .isEmpty();
  }

  /** The length of an explanation is linear in the number of policies that block. */
  @Test
  void explanationsGrowLinearly() {
    StringBuilder text = new StringBuilder();
    text.append(pod("x", "client", "app: client")).append(pod("x", "server", "app: server"));
    for (int i = 0; i < 60; i++) {
      text.append(
          admit("{podSelector: {matchLabels: {app: other}}}").replace("name: p", "name: p" + i));
    }
    World world = world(text.toString());
    Semantics semantics = new Semantics(world, Reading.MAY, Cluster.UNDECLARED);
    Connection connection =
        new Connection(
            pod(world, "client"),
            pod(world, "server"),
            Family.IPV4,
            new Transport.Ported(Protocol.TCP, 80));
    assertThat(semantics.decide(connection).isAllowed()).isFalse();
    assertThat(semantics.nearMisses(connection, Direction.INGRESS)).hasSize(60);
    assertThat(semantics.nearMisses(connection, Direction.EGRESS)).isEmpty();
  }
}
