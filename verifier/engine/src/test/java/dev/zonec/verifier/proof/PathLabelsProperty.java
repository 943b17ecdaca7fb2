package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.Semantics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * A path shows only the labels of undeclared namespaces that it needs: without any one of them, a
 * connection of the path is denied.
 */
final class PathLabelsProperty {
  private static int needed;
  private static int longPaths;

  @Property(tries = 150)
  void everyLabelIsNeeded(@ForAll long seed) {
    World world = UnknownNamespaces.world(new Random(seed));
    ZoneProgram program = UnknownNamespaces.program();
    Semantics semantics = new Semantics(world, Reading.MAY, program.cluster());
    new Verification(world, program, Reading.MAY, Deadline.never(), List.of())
        .runBothWays().verdicts().stream()
            .map(ClaimVerdict::verdict)
            .filter(Verdict.Refuted.class::isInstance)
            .flatMap(refuted -> ((Verdict.Refuted) refuted).counterexamples().stream())
            .filter(Counterexample.UndeclaredPath.class::isInstance)
            .map(Counterexample::hops)
            .forEach(hops -> everyLabelIsNeeded(hops, semantics));
  }

  private static void everyLabelIsNeeded(List<Hop> hops, Semantics semantics) {
    longPaths += hops.size() > 1 ? 1 : 0;
    for (Hop hop : hops) {
      for (Endpoint end : List.of(hop.from().endpoint(), hop.to().endpoint())) {
        if (end instanceof Endpoint.Pod pod) {
          for (String key : ownLabels(pod.namespace())) {
            needed++;
            assertThat(hops)
                .as("the path without the label %s of %s", key, pod.namespace())
                .anyMatch(
                    other ->
                        !semantics.decide(without(key, pod.namespace().name(), other)).isAllowed());
          }
        }
      }
    }
  }

  private static Set<String> ownLabels(Namespace namespace) {
    Map<String, String> labels = new HashMap<>(namespace.labels());
    labels.remove(Namespace.NAME_LABEL);
    return labels.keySet();
  }

  private static Connection without(String key, String namespace, Hop hop) {
    Connection is = hop.connection();
    return new Connection(
        without(key, namespace, is.source()),
        without(key, namespace, is.destination()),
        is.family(),
        is.transport());
  }

  private static Endpoint without(String key, String namespace, Endpoint end) {
    if (!(end instanceof Endpoint.Pod pod) || !pod.namespace().name().equals(namespace)) {
      return end;
    }
    Map<String, String> labels = new HashMap<>(pod.namespace().labels());
    labels.remove(key);
    return new Endpoint.Pod(
        new Namespace(namespace, labels, pod.namespace().declared()),
        pod.name(),
        pod.labels(),
        pod.namedPorts(),
        pod.hostNetwork(),
        pod.node(),
        pod.addresses());
  }

  @AfterContainer
  static void labelsWereNeeded() {
    assertThat(needed).isGreaterThan(20);
    assertThat(longPaths).isPositive();
  }
}
