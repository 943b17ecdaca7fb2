package dev.zonec.application.input;

import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.AdmissionObject;
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
 * A world that was read from manifests and a cluster.
 *
 * @param world the declared objects
 * @param gaps the gaps: inputs that verdicts do not cover
 * @param accepted warnings about gaps that the user accepts
 * @param guesses further inputs that answers about declared workloads do not cover; proofs are not
 *     affected
 * @param summary the numbers of objects that were read
 * @param coverage the namespaces whose policies are in the world
 * @param warnings warnings about fields of policies that have no effect
 * @param podWarnings warnings about pods that the world lacks or contains only by guess
 * @param entrances objects that let callers from outside in and whose destinations are not read
 * @param admission the admission policies and their bindings
 * @param hidden the objects that create the missing pods
 * @param inventory the ports that workloads declare
 * @param unnamed the spans of workloads and policies without a namespace; empty if the user gave a
 *     default namespace
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
    List<AdmissionObject> admission,
    List<HiddenPods> hidden,
    Inventory inventory,
    List<Span> unnamed) {
  /** Reads compiled policies back from their text, without leaving anything out. */
  public static ReadManifests ofCompiled(List<PolicyFile> files) {
    List<SourceText> texts =
        files.stream()
            .map(file -> new SourceText("(compiled) " + file.path(), file.text()))
            .toList();
    return new ManifestReading(false, new IgnoredKinds(List.of()))
        .of(LoadedManifests.of(texts), List.of());
  }

  /** Returns the problems of the gaps. */
  public List<Diagnostic> problems() {
    return gaps.stream().map(Gap::problem).toList();
  }

  /**
   * Returns warnings about policies: fields without effect, and rules that are probably not
   * intended.
   */
  public List<Diagnostic> policyWarnings(Cluster cluster) {
    List<Diagnostic> all = new ArrayList<>(warnings);
    all.addAll(PolicyLint.of(world, cluster, partlyShown()));
    return all;
  }

  private Set<String> partlyShown() {
    return hidden.stream().map(HiddenPods::namespace).collect(Collectors.toSet());
  }

  /** Returns the declared namespaces. */
  public List<Namespace> catalog() {
    return world.namespaces().stream().filter(Namespace::declared).toList();
  }
}
