package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Verification of hard inputs ends at the deadline. */
final class DeadlineTest {
  private static final Span SPAN = new Span(new SourceText("program", ""), 0, 0);

  /** Additional time for a busy machine. A run that ignores its deadline takes much longer. */
  private static final Duration SLACK = Duration.ofSeconds(3);

  @Test
  void noRunContinuesPastItsDeadline() {
    World world = world(60, 24);
    for (int millis : List.of(1, 100, 1_000)) {
      Duration timeout = Duration.ofMillis(millis);
      long before = System.nanoTime();
      long workedBefore = worked();
      run(world, timeout);
      // On a busy machine, this process waits for others, which takes no processor time.
      long nanos = Math.min(System.nanoTime() - before, worked() - workedBefore);
      Duration took = Duration.ofNanos(nanos);
      assertThat(took).as("with %s", timeout).isLessThan(timeout.plus(SLACK));
    }
  }

  /** Returns the processor time of this process. */
  private static long worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static void run(World world, Duration timeout) {
    Party.Zone web = zone("web", "web");
    Party.Zone vault = zone("vault", "vault");
    List<Assertion> assertions =
        List.of(
            new Assertion.NoPath(
                "closed", List.of(vault), List.of(web), List.of(), OptionalInt.of(1), SPAN),
            new Assertion.NoPath(
                "open", List.of(web), List.of(vault), List.of(), OptionalInt.of(1), SPAN));
    ZoneProgram program =
        new ZoneProgram(
            "hard",
            List.of(web, vault),
            List.of(),
            List.of(),
            assertions,
            Defaults.STANDARD,
            Cluster.UNDECLARED,
            false);
    new Verification(world, program, Reading.MAY, Deadline.in(timeout), List.of()).run();
  }

  private static Party.Zone zone(String name, String app) {
    Selector pods = new Selector(List.of(new Requirement.In("app", new TreeSet<>(List.of(app)))));
    PodSet.NamespaceSet in =
        new PodSet.NamespaceSet.Named(new TreeSet<>(List.of(name)), Selector.EVERYTHING);
    return new Party.Zone(
        name, new PodSet(List.of(new PodSet.Term(in, pods))), false, Party.Denied.BOTH, SPAN);
  }

  /** Returns policies whose rules overlap in pod labels, namespace labels and ports. */
  private static World world(int policies, int rules) {
    StringBuilder text = new StringBuilder();
    text.append(namespace("web")).append(namespace("vault"));
    for (int i = 0; i < policies; i++) {
      text.append(
          """
          apiVersion: policy.networking.k8s.io/v1alpha2
          kind: ClusterNetworkPolicy
          metadata: {name: c%1$d}
          spec:
            tier: Admin
            priority: %2$d
            subject: {pods: {namespaceSelector: {}, podSelector: {matchExpressions: [{key: k%1$d, operator: NotIn, values: [x]}]}}}
            ingress:
          """
              .formatted(i, i + 1));
      for (int j = 0; j < rules; j++) {
        text.append(
            """
              - action: %1$s
                from: [{pods: {namespaceSelector: {matchLabels: {e%2$d: v%3$d}}, podSelector: {matchExpressions: [{key: q%4$d, operator: NotIn, values: [a%3$d, c%5$d]}]}}}]
                protocols: [{tcp: {destinationPort: {range: {start: %6$d, end: %7$d}}}}]
            """
                .formatted(
                    j % 2 == 0 ? "Pass" : "Deny",
                    j % 3,
                    j,
                    j % 4,
                    i,
                    100 * j + i + 1,
                    100 * j + i + 500));
      }
      text.append("---\n");
    }
    return new WorldReader()
        .read(ManifestReader.read(List.of(new SourceText("hard.yaml", text.toString()))))
        .world();
  }

  private static String namespace(String name) {
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + "}\n---\n";
  }
}
