package dev.zonec.verifier.deployed;

import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.LabelSuggestions;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Suggests what an empty zone was probably meant to select.
 *
 * @param workloads the declared workloads
 * @param foreign the names of namespaces with workloads in which the program has no zone
 */
record ZoneSuggestions(List<Workload> workloads, SortedSet<String> foreign) {
  /** Collects the facts about {@code program} and {@code world}. */
  static ZoneSuggestions of(ZoneProgram program, World world) {
    SortedSet<String> foreign = new TreeSet<>();
    for (Workload workload : world.workloads()) {
      if (program.zones().stream()
          .noneMatch(zone -> ZoneNamespaces.mayContain(zone, workload.pod().namespace()))) {
        foreign.add(workload.namespace());
      }
    }
    return new ZoneSuggestions(world.workloads(), foreign);
  }

  /**
   * Returns a help text with the label or namespace that would match; empty if nothing is similar.
   */
  Optional<String> of(Party.Zone zone) {
    return label(zone)
        .or(() -> namespace(zone).map(name -> "did you mean `namespace " + name + "`?"));
  }

  /** Returns a namespace without a zone that has a similar name, or pods with the zone's labels. */
  Optional<String> namespace(Party.Zone zone) {
    SortedSet<String> named = ZoneNamespaces.named(zone);
    Optional<String> similar =
        named.stream().flatMap(name -> NearestName.to(name, foreign).stream()).findFirst();
    return similar.or(
        () ->
            workloads.stream()
                .filter(workload -> foreign.contains(workload.namespace()))
                .filter(workload -> !named.isEmpty() && hasLabels(zone, workload))
                .map(Workload::namespace)
                .findFirst());
  }

  private static boolean hasLabels(Party.Zone zone, Workload workload) {
    return zone.pods().terms().stream()
        .map(PodSet.Term::pods)
        .anyMatch(pods -> !pods.selectsEverything() && pods.matches(workload.pod().labels()));
  }

  private Optional<String> label(Party.Zone zone) {
    return zone.pods().terms().stream().flatMap(term -> label(term).stream()).findFirst();
  }

  private Optional<String> label(PodSet.Term term) {
    return LabelSuggestions.help(
        term.pods(),
        workloads.stream()
            .filter(w -> ZoneNamespaces.mayContain(term.namespaces(), w.pod().namespace()))
            .toList());
  }

  /** Returns a note with labels of the pods in the namespaces of {@code zone}, at most three. */
  Optional<String> labels(Party.Zone zone) {
    return LabelSuggestions.labels(
            workloads.stream()
                .filter(workload -> ZoneNamespaces.contains(zone, workload.pod().namespace()))
                .toList())
        .map("pods in its namespace have the labels "::concat);
  }
}
