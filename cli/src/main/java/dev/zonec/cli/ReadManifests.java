package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.report.ManifestSummary;
import dev.zonec.verifier.world.Coverage;
import dev.zonec.verifier.world.HiddenPods;
import dev.zonec.verifier.world.Inventory;
import dev.zonec.verifier.world.World;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was read of manifests and a cluster.
 *
 * @param world what the manifests and the cluster declare
 * @param gaps what a verdict does not cover
 * @param accepted what was left out and the user accepts
 * @param guesses what answers about declared workloads do not cover, beside the gaps
 * @param summary how much it was
 * @param coverage whose policies are in the world
 * @param unusable why nothing of the cluster could be read; each is among the gaps
 * @param warnings what policies say to no effect
 * @param elsewhere which pods the world lacks or has only by guess
 * @param hidden what makes the pods that it lacks
 * @param inventory what they declare beyond that
 * @param unnamed the workloads and policies that name no namespace, where none is given for them
 */
record ReadManifests(
    World world,
    List<Gap> gaps,
    List<Diagnostic> accepted,
    List<Gap> guesses,
    ManifestSummary summary,
    Coverage coverage,
    List<Diagnostic> unusable,
    List<Diagnostic> warnings,
    List<Diagnostic> elsewhere,
    List<HiddenPods> hidden,
    Inventory inventory,
    List<Span> unnamed) {
  /** Says what was left out with the user's leave, and how much was read where that matters. */
  void tell(Console console, OutputOptions options) {
    console.report(accepted);
    if (!options.quiet()) {
      console.report(elsewhere);
    }
    boolean missing = !gaps.isEmpty() || !accepted.isEmpty();
    if (options.verbose() || (missing && !options.quiet())) {
      console.remark(summary.line(options.verbose() || options.all()));
    } else if (!options.quiet()) {
      summary.others().ifPresent(console::remark);
    }
  }

  /** The namespaces in which pods are made that no manifest shows. */
  Set<String> partlyShown() {
    return hidden.stream().map(HiddenPods::namespace).collect(Collectors.toSet());
  }

  List<Namespace> catalog() {
    return world.namespaces().stream().filter(Namespace::declared).toList();
  }
}
