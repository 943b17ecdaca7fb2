package dev.zonec.application.incident;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.BlastRadius;
import dev.zonec.verifier.query.Relabelling;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The namespaces whose pods an attacker can give other labels.
 *
 * @param own whether the namespaces of the compromised end are among them
 * @param named the names of others
 */
public record RelabelledNamespaces(boolean own, Set<String> named) {
  /** Copies the names. */
  public RelabelledNamespaces {
    named = Set.copyOf(named);
  }

  /** Returns the names. */
  Set<String> of(BlastRadius radius) {
    Set<String> names = new TreeSet<>(named);
    for (AnswerEnd end : radius.ends()) {
      if (own && end.endpoint() instanceof Endpoint.Pod pod) {
        names.add(pod.namespace().name());
      }
    }
    return names;
  }

  /** Returns a warning for each name of a namespace without workloads. */
  List<Diagnostic> problems(World world) {
    return new TreeSet<>(named)
        .stream()
            .filter(name -> world.workloads().stream().noneMatch(w -> w.namespace().equals(name)))
            .map(
                name ->
                    Diagnostic.warning(
                        Code.ZC1404, "no manifest declares a workload in namespace `" + name + "`"))
            .toList();
  }

  /** Returns an error if not every combination of labels was tried. */
  static List<Diagnostic> problems(Relabelling relabelling) {
    return relabelling.complete()
        ? List.of()
        : List.of(
            Diagnostic.error(
                    Code.ZC1404, "the labels have too many combinations to try all of them")
                .note("with the combinations that were not tried, END may reach more")
                .help(
                    "declare labels that tenants cannot change, such as `trust label KEY"
                        + " admin-only`, or name fewer namespaces with --relabel-in"));
  }
}
