package dev.zonec.verifier.smt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.kubernetes.world.WorldPairReader;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.semantics.Semantics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about two folders of manifests in which a namespace has different labels. */
final class WorldPairTest {
  private static final String POLICY =
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: from-production, namespace: data}
      spec:
        podSelector: {}
        ingress:
          - from:
              - namespaceSelector: {matchLabels: {env: production}}
                podSelector: {matchLabels: {app: api}}
      """;

  private static String namespaces(String environment) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: data}
    ---
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, labels: {env: %s}}
    """
        .formatted(environment);
  }

  private static final String REPLICAS =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: api-1
        namespace: shop
        labels: {app: api, track: stable}
        ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: api, uid: u, controller: true}
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: api-2
        namespace: shop
        labels: {app: api, track: canary}
        ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: api, uid: u, controller: true}
      """;

  @TempDir Path folder;

  private Manifests manifests(String name, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve(name)).resolve("k8s.yaml");
    Files.writeString(file, text);
    return ManifestReader.read(
        ManifestFiles.collect(
                InputPath.of(List.of(file.getParent().toString())), InputStream.nullInputStream())
            .texts());
  }

  private WorldPair worlds(String before, String after) throws IOException {
    return new WorldPairReader(new WorldReader())
        .read(manifests("before", before), manifests("after", after), List.of())
        .worlds();
  }

  @Test
  void eachWorldHasItsOwnLabels() throws IOException {
    WorldPair worlds = worlds(namespaces("test") + POLICY, namespaces("production") + POLICY);
    Vocabulary vocabulary = new VocabularyBuilder().add(worlds).build(Cluster.UNDECLARED, false);
    Formula before = admitted(worlds.rulesBefore());
    Formula after = admitted(worlds.rulesAfter());
    try (Z3Checker checker = new Z3Checker(vocabulary, List.of(), Deadline.never())) {
      int shop = vocabulary.namespaceIndex("shop");
      Formula fromShop = new Formula.InNamespace(Formula.End.SOURCE, shop);
      assertThat(checker.check(Formula.all(fromShop, before, Formula.not(after))))
          .isEqualTo(new Outcome.Impossible());
      Outcome opened = checker.check(Formula.all(fromShop, after, Formula.not(before)));
      assertThat(opened).isInstanceOf(Outcome.Possible.class);
      Outcome.Possible found = (Outcome.Possible) opened;
      assertThat(isAllowed(found, worlds.before())).isFalse();
      assertThat(isAllowed(found, worlds.after())).isTrue();
      // Pods of other namespaces are the same in both worlds.
      assertThat(
              checker.check(
                  Formula.all(
                      Formula.not(fromShop),
                      Formula.any(
                          Formula.all(before, Formula.not(after)),
                          Formula.all(after, Formula.not(before))))))
          .isEqualTo(new Outcome.Impossible());
    }
  }

  @Test
  void labelsThatOneWorldDoesNotDeclareAreUnknown() throws IOException {
    WorldPair worlds = worlds(POLICY + REPLICAS, namespaces("test") + POLICY);
    Vocabulary vocabulary = new VocabularyBuilder().add(worlds).build(Cluster.UNDECLARED, false);
    Formula before = admitted(worlds.rulesBefore());
    Formula after = admitted(worlds.rulesAfter());
    try (Z3Checker checker = new Z3Checker(vocabulary, List.of(), Deadline.never())) {
      Formula fromShop =
          new Formula.InNamespace(Formula.End.SOURCE, vocabulary.namespaceIndex("shop"));
      Formula isolated =
          Formula.all(
              fromShop,
              new Formula.InNamespace(Formula.End.DESTINATION, vocabulary.namespaceIndex("data")));
      assertThat(checker.check(Formula.all(isolated, before))).isInstanceOf(Outcome.Possible.class);
      assertThat(checker.check(Formula.all(isolated, Formula.not(before))))
          .isInstanceOf(Outcome.Possible.class);
      assertThat(checker.check(Formula.all(isolated, after))).isEqualTo(new Outcome.Impossible());
    }
  }

  @Test
  void replicasAreDividedInTheSameWayInBothWorlds() throws IOException {
    String selecting =
        """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: canary, namespace: shop}
        spec:
          podSelector: {matchLabels: {track: canary}}
        """;
    WorldPair worlds =
        worlds(namespaces("test") + REPLICAS, namespaces("test") + REPLICAS + selecting);
    assertThat(worlds.after().workloads()).hasSize(2);
    assertThat(worlds.before().workloads())
        .extracting(Workload::name)
        .isEqualTo(worlds.after().workloads().stream().map(Workload::name).toList());
  }

  private static Formula admitted(PolicySet rules) {
    Enforcement enforcement = new Enforcement(rules, List.of(), Reading.MAY);
    return Formula.all(
        new Formula.Admitted(Direction.EGRESS, enforcement),
        new Formula.Admitted(Direction.INGRESS, enforcement));
  }

  private static boolean isAllowed(Outcome.Possible found, World world) {
    Endpoint source = WorldPair.seenIn(world, found.source().endpoint());
    Endpoint destination = WorldPair.seenIn(world, found.destination().endpoint());
    return new Semantics(world, Reading.MAY, Cluster.UNDECLARED)
        .decide(new Connection(source, destination, found.family(), found.transport()))
        .isAllowed();
  }
}
