package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What a search reached is no proof: sets that are no invariants are refused, each because of one
 * obligation. In the cluster, {@code a} connects to {@code b}, and {@code b} to {@code c}.
 */
final class PathInvariantProofTest {
  private static final Span SPAN = new Span(new SourceText("program", ""), 0, 0);
  private static final Party.Zone A = zone("a");
  private static final Party.Zone B = zone("b");
  private static final Party.Zone C = zone("c");

  private static final String POLICIES =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {namespace: shop, name: closed}
      spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {namespace: shop, name: from-a}
      spec:
        podSelector: {matchLabels: {app: a}}
        policyTypes: [Egress]
        egress: [{to: [{podSelector: {matchLabels: {app: b}}}]}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {namespace: shop, name: to-b}
      spec:
        podSelector: {matchLabels: {app: b}}
        policyTypes: [Ingress, Egress]
        ingress: [{from: [{podSelector: {matchLabels: {app: a}}}]}]
        egress: [{to: [{podSelector: {matchLabels: {app: c}}}]}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {namespace: shop, name: to-c}
      spec:
        podSelector: {matchLabels: {app: c}}
        policyTypes: [Ingress]
        ingress: [{from: [{podSelector: {matchLabels: {app: b}}}]}]
      """;

  @Test
  void invariantsAreProved() {
    assertThat(check(C, A, OptionalInt.empty(), List.of())).isInstanceOf(Verdict.Proved.class);
    assertThat(check(A, C, OptionalInt.of(1), List.of(B))).isInstanceOf(Verdict.Proved.class);
    assertThat(check(A, A, OptionalInt.of(2), List.of(B), List.of(B, C)))
        .isInstanceOf(Verdict.Proved.class);
  }

  @Test
  void aConnectionFromAStartLeaves() {
    assertRefused("a start", A, C, OptionalInt.empty(), List.of());
  }

  @Test
  void aConnectionFromTheSetLeaves() {
    assertRefused("the invariant", A, C, OptionalInt.empty(), List.of(B));
  }

  @Test
  void aConnectionFromTheFirstSetLeavesTheSecond() {
    assertRefused("set 1 to", A, C, OptionalInt.of(2), List.of(B), List.of(B));
  }

  @Test
  void anEndOfTheFirstSetIsOutsideOfTheSecond() {
    assertRefused("an end of set 1", A, B, OptionalInt.of(2), List.of(B), List.of(C));
  }

  @Test
  void aTargetIsInTheSet() {
    assertRefused("a target", A, C, OptionalInt.empty(), List.of(B, C));
  }

  @SafeVarargs
  private static void assertRefused(
      String obligation, Party from, Party to, OptionalInt within, List<Party>... sets) {
    assertThatThrownBy(() -> check(from, to, within, sets))
        .as(obligation)
        .isInstanceOf(ReplayMismatch.class)
        .hasMessageContaining("its invariant fails");
  }

  @SafeVarargs
  private static Verdict check(Party from, Party to, OptionalInt within, List<Party>... sets) {
    Assertion.NoPath claim =
        new Assertion.NoPath("claim", List.of(from), List.of(to), List.of(), within, SPAN);
    ZoneProgram program =
        new ZoneProgram(
            "shop",
            List.of(A, B, C),
            List.of(),
            List.of(),
            List.of(claim),
            Defaults.STANDARD,
            Cluster.UNDECLARED,
            false);
    World world =
        new WorldReader()
            .read(ManifestReader.read(List.of(new SourceText("shop.yaml", POLICIES))))
            .world();
    Vocabulary vocabulary =
        new VocabularyBuilder().add(world).add(program).build(program.cluster(), false);
    Relations relations =
        new Relations(
            new BoxSpace(vocabulary), program, world, Reading.MAY, new ExcludedPods(List.of()));
    PathInvariants invariants =
        new PathInvariants(
            Arrays.stream(sets)
                .<PathInvariant>map(parties -> new PathInvariant.In(relations.members(parties)))
                .toList());
    try (Z3Checker checker = new Z3Checker(vocabulary, List.of(), Deadline.never());
        ParallelQuestions small = new ParallelQuestions(checker)) {
      return new PathInvariantProof(PathQuestion.of(claim), relations, checker, small)
          .check(invariants);
    }
  }

  private static Party.Zone zone(String app) {
    Selector pods = new Selector(List.of(new Requirement.In("app", new TreeSet<>(List.of(app)))));
    PodSet.NamespaceSet in =
        new PodSet.NamespaceSet.Named(new TreeSet<>(List.of("shop")), Selector.EVERYTHING);
    return new Party.Zone(
        app, new PodSet(List.of(new PodSet.Term(in, pods))), false, Party.Denied.BOTH, SPAN);
  }
}
