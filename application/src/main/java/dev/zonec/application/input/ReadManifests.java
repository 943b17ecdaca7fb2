package dev.zonec.application.input;

import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ForeignObject;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.HiddenPods;
import dev.zonec.kubernetes.world.Inventory;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.lint.PolicyLint;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.report.ManifestSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A world read from manifests and a cluster.
 *
 * @param world the declared objects
 * @param gaps objects that a verdict does not cover
 * @param accepted the same, where the user accepts it
 * @param guesses objects that answers about declared workloads do not cover, beside the gaps
 * @param summary the numbers of objects
 * @param coverage the namespaces whose policies are in the world
 * @param warnings fields of policies that have no effect
 * @param podWarnings warnings about pods that the world lacks or has only by guess
 * @param entrances the objects that let callers from outside in, and are not read
 * @param hidden the objects that make the missing pods
 * @param inventory the declared ports of workloads
 * @param unnamed the workloads and policies that name no namespace, if the user gave none for them
 */
public record ReadManifests(
    World world,
    List<Gap> gaps,
    List<Diagnostic> accepted,
    List<Gap> guesses,
    ManifestSummary summary,
    Coverage coverage,
    List<Diagnostic> warnings,
    List<Diagnostic> podWarnings,
    List<ForeignObject> entrances,
    List<HiddenPods> hidden,
    Inventory inventory,
    List<Span> unnamed) {
  /** Reads the policies that {@code files} hold: compiled ones, of which nothing is left out. */
  public static ReadManifests ofCompiled(List<PolicyFile> files) {
    List<SourceText> texts =
        files.stream()
            .map(file -> new SourceText("(compiled) " + file.path(), file.text()))
            .toList();
    return new ManifestReading(false, List.of()).of(LoadedManifests.of(texts), List.of());
  }

  /** The problems of the gaps. */
  public List<Diagnostic> problems() {
    return gaps.stream().map(Gap::problem).toList();
  }

  /** Rules of policies that have no effect or are hardly meant. */
  public List<Diagnostic> policyWarnings(Cluster cluster) {
    List<Diagnostic> all = new ArrayList<>(warnings);
    all.addAll(PolicyLint.of(world, cluster, partlyShown()));
    return all;
  }

  private Set<String> partlyShown() {
    return hidden.stream().map(HiddenPods::namespace).collect(Collectors.toSet());
  }

  /** The declared namespaces. */
  public List<Namespace> catalog() {
    return world.namespaces().stream().filter(Namespace::declared).toList();
  }
}
