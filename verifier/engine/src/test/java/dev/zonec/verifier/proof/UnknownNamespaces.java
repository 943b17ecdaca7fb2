package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Small random worlds whose policies select undeclared namespaces by their labels. */
final class UnknownNamespaces {
  private static final Span SPAN = new Span(new SourceText("program", ""), 0, 0);
  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  private UnknownNamespaces() {}

  /** Returns one zone for each namespace. */
  static ZoneProgram program() {
    List<Party.Zone> zones = new ArrayList<>();
    for (String name : NAMES) {
      PodSet.NamespaceSet in =
          new PodSet.NamespaceSet.Named(new TreeSet<>(List.of(name)), Selector.EVERYTHING);
      zones.add(
          new Party.Zone(
              name,
              new PodSet(List.of(new PodSet.Term(in, Selector.EVERYTHING))),
              false,
              Party.Denied.BOTH,
              SPAN));
    }
    return new ZoneProgram(
        "unknown",
        zones,
        List.of(),
        List.of(),
        List.of(),
        Defaults.STANDARD,
        Cluster.UNDECLARED,
        false);
  }

  /** Returns a policy for each namespace and direction; most select a peer by namespace labels. */
  static World world(Random random) {
    StringBuilder text = new StringBuilder();
    for (String name : NAMES) {
      text.append(
          """
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: p, namespace: %1$s}
          spec:
            podSelector: {}
            policyTypes: [Ingress, Egress]
            ingress: [{from: [{namespaceSelector: {%2$s}}]}]
            egress: [{to: [{namespaceSelector: {%3$s}}]}]
          ---
          """
              .formatted(name, labels(random), labels(random)));
    }
    return new WorldReader()
        .read(ManifestReader.read(List.of(new SourceText("unknown.yaml", text.toString()))))
        .world();
  }

  private static String labels(Random random) {
    String key = "kubernetes.io/metadata.name";
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "matchLabels: {" + key + ": " + NAMES.get(random.nextInt(4)) + "}";
      default -> "matchLabels: {team: " + (random.nextBoolean() ? "blue" : "green") + "}";
    };
  }
}
