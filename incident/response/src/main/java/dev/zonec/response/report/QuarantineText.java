package dev.zonec.response.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.NarrowedSubject;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.Relabelling;
import dev.zonec.response.command.Commands;
import dev.zonec.response.command.NodeTreatment;
import dev.zonec.response.quarantine.Isolation;
import dev.zonec.response.quarantine.Quarantine;
import dev.zonec.response.quarantine.TargetPods;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.report.HopText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a change that isolates pods, with its proof.
 *
 * @param isolation the isolation that was asked for
 * @param attempt the change
 */
public record QuarantineText(Isolation isolation, Quarantine.Attempt attempt) {
  /** Returns the problems of the change: that it does not isolate the pods, and warnings. */
  public List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    switch (attempt.isolated()) {
      case Verdict.Refuted(var counterexamples) ->
          problems.add(
              with(
                  Diagnostic.error(Code.ZC1402, "no change isolates " + pods())
                      .note(
                          "with all changes, a connection stays possible; the rule that allows it"
                              + " decides before every policy that the means permit"),
                  counterexamples.getFirst()));
      case Verdict.Inconclusive(String reason, var provisional) ->
          problems.add(
              Diagnostic.error(Code.ZC1402, "it is not proved that the change isolates " + pods())
                  .note(reason));
      case Verdict.EmptyParty empty ->
          throw new IllegalStateException("the zone of the isolated pods is empty: " + empty);
      case Verdict.Proved proved -> {}
      case Verdict.Waived waived -> {}
      case Verdict.Accepted accepted -> {}
    }
    attempt.allowed().flatMap(QuarantineText::allowed).ifPresent(problems::add);
    return problems;
  }

  /** Returns a warning if the pods that stay allowed cannot connect, or this is not known. */
  private static Optional<Diagnostic> allowed(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refuted(var counterexamples) ->
          Optional.of(
              with(
                  Diagnostic.warning(
                      Code.ZC1403,
                      "other policies block a connection of the pods that stay allowed"),
                  counterexamples.getFirst()));
      case Verdict.Inconclusive(String reason, var provisional) ->
          Optional.of(
              Diagnostic.warning(
                      Code.ZC1403, "it is not known whether the pods that stay allowed can connect")
                  .note(reason));
      case Verdict.EmptyParty empty ->
          Optional.of(Diagnostic.warning(Code.ZC1403, "the pods that stay allowed cannot exist"));
      case Verdict.Proved proved -> Optional.empty();
      case Verdict.Waived waived -> Optional.empty();
      case Verdict.Accepted accepted -> Optional.empty();
    };
  }

  private static Diagnostic with(Diagnostic problem, Counterexample counterexample) {
    return problem.note(
        counterexample.hops().stream()
            .flatMap(hop -> HopText.lines(hop, PolicyOrigins.NONE).stream())
            .collect(Collectors.joining("\n")));
  }

  private String pods() {
    return isolation.targets().stream()
        .flatMap(target -> target.pods().stream())
        .map(QuarantineText::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(TargetPods pods) {
    return pods.only()
        .map(pod -> "pod " + pods.workload().namespace() + "/" + pod)
        .orElseGet(() -> pods.workload().label());
  }

  /** Returns the lines that say what was proved and what changes. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add("isolates " + pods() + ", as pods with " + Quarantine.LABEL + "=" + isolation.id());
    lines.add(
        attempt.isolated().holds()
            ? isolation.allowed().isEmpty()
                ? "  proved: they connect to nothing, and nothing connects to them"
                : "  proved: they connect to nothing, and only "
                    + isolation.allowed().stream()
                        .map(each -> each.name())
                        .collect(Collectors.joining(", "))
                    + " may connect to them"
            : "  not proved");
    Change change = attempt.change();
    for (NewObject each : change.added()) {
      lines.add("  new: " + each.kindAndName());
    }
    for (NarrowedSubject each : change.narrowed()) {
      lines.add("  no longer selects them: " + each.policy());
    }
    for (Relabelling each : change.relabelled()) {
      if (!each.removed().isEmpty()) {
        lines.add(
            "  labels removed in " + each.namespace() + ": " + String.join(", ", each.removed()));
      }
    }
    return lines;
  }

  /**
   * Returns the lines about what the isolation does not prevent, and about its side effects.
   *
   * @param alsoSelected other workloads whose pods the commands select
   */
  public List<String> stillPossible(Commands commands, List<String> alsoSelected) {
    List<String> lines = new ArrayList<>();
    if (!alsoSelected.isEmpty()) {
      lines.add(
          "the commands also isolate pods of "
              + String.join(", ", alsoSelected)
              + ", which have the same labels");
    }
    lines.add("connections that are open already: most network plugins check new ones only");
    lines.add("connections with the pod's own node, such as the kubelet's probes");
    lines.add(
        "everything that does not use the network: volumes, and the node's container runtime");
    boolean relabelled =
        attempt.change().relabelled().stream().anyMatch(each -> !each.removed().isEmpty());
    if (relabelled) {
      lines.add("its Services and controllers let the pod go, and a controller replaces it");
    } else {
      lines.add("its Services still send callers to the pod, which get no answer");
    }
    if (!attempt.change().narrowed().isEmpty()) {
      lines.add(
          "a tool that applies manifests again, such as Argo CD, restores the policies that no"
              + " longer select the pods: pause it, or change the manifests");
    }
    if (!commands.unnamed().isEmpty()) {
      lines.add(
          "the manifests name no pods, so the labels that controllers add are not known: read the"
              + " cluster with -k to isolate one pod, and to restore all labels");
    }
    if (commands.nodes() != NodeTreatment.KEEP && !commands.onUnknownNodes().isEmpty()) {
      lines.add(
          "the nodes of "
              + commands.onUnknownNodes().stream()
                  .map(Workload::label)
                  .distinct()
                  .collect(Collectors.joining(", "))
              + " are not known, so no command is for them: read the cluster with -k");
    }
    if (commands.nodes() == NodeTreatment.DRAIN) {
      lines.add("draining a node deletes its pods, and the evidence in them");
    }
    return lines;
  }
}
