package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.accepted.AcceptedContext;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A claim that many connections violate is refuted after the first ones, unless all are wanted. */
final class ManyViolationsTest {
  private static final int NAMESPACES = 103;
  private static final Span SPAN = new Span(new SourceText("program", ""), 0, 0);

  private final World world = world();
  private final ZoneProgram program = program();

  @Test
  void searchEndsWhenEnoughAreFound() {
    assertThat(found(verification())).isEqualTo(100);
  }

  @Test
  void searchGoesOnIfAllAreWanted() {
    Accepting all = new Accepting(List.of(), AcceptedContext.NONE, true);
    assertThat(found(verification().accepting(all))).isEqualTo(NAMESPACES);
  }

  private Verification verification() {
    return new Verification(world, program, Reading.MAY, Deadline.never(), List.of());
  }

  private static int found(Verification verification) {
    return verification.run().verdicts().stream()
        .filter(decided -> decided.claim() instanceof Claim.NoUndeclaredConnection)
        .map(decided -> ((Verdict.Refuted) decided.verdict()).counterexamples().size())
        .findFirst()
        .orElseThrow();
  }

  /** One zone with the pods of all namespaces. */
  private static ZoneProgram program() {
    PodSet pods =
        new PodSet(
            List.of(
                new PodSet.Term(
                    new PodSet.NamespaceSet.Named(
                        new TreeSet<>(names().toList()), Selector.EVERYTHING),
                    Selector.EVERYTHING)));
    return new ZoneProgram(
        "many",
        List.of(new Party.Zone("all", pods, false, Party.Denied.BOTH, SPAN)),
        List.of(),
        List.of(),
        List.of(),
        Defaults.STANDARD,
        Cluster.UNDECLARED,
        false);
  }

  /** A policy for each namespace, which allows one connection to an address. */
  private static World world() {
    String text =
        names()
            .map(
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: p, namespace: %s}
                spec:
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                  egress:
                  - to: [{ipBlock: {cidr: 203.0.113.7/32}}]
                    ports: [{port: 443}]
                """
                    ::formatted)
            .collect(Collectors.joining("---\n"));
    return new WorldReader()
        .read(ManifestReader.read(List.of(new SourceText("many.yaml", text))))
        .world();
  }

  private static Stream<String> names() {
    return IntStream.range(0, NAMESPACES).mapToObj("n%03d"::formatted);
  }
}
