package dev.zonec.verifier.deployed;

import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an empty zone was probably meant to select.
 *
 * @param workloads what the manifests show
 * @param foreign the names of namespaces with workloads that no zone of the program is in
 */
record ZoneSuggestions(List<Workload> workloads, SortedSet<String> foreign) {
  /** What is known about the zones of {@code program}. */
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

  /** A help: the label or the namespace that would match. */
  Optional<String> of(Party.Zone zone) {
    return label(zone)
        .or(() -> namespace(zone).map(name -> "did you mean `namespace " + name + "`?"));
  }

  /** A namespace that no zone is in: one of a similar name, or one with pods of these labels. */
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

  /** Of a term one requirement of which nothing meets, while something meets all others. */
  private Optional<String> label(PodSet.Term term) {
    List<Workload> there =
        workloads.stream()
            .filter(w -> ZoneNamespaces.mayContain(term.namespaces(), w.pod().namespace()))
            .toList();
    for (Requirement requirement : term.pods().requirements()) {
      List<Workload> others =
          there.stream()
              .filter(
                  workload ->
                      term.pods().requirements().stream()
                          .filter(other -> !other.equals(requirement))
                          .allMatch(other -> other.matches(workload.pod().labels())))
              .toList();
      if (requirement instanceof Requirement.In in) {
        Optional<String> suggestions = label(in, others);
        if (suggestions.isPresent()) {
          return suggestions;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> label(Requirement.In asked, List<Workload> there) {
    String value = asked.values().first();
    Map<String, Workload> sameKey = new TreeMap<>();
    Map<String, Workload> sameValue = new TreeMap<>();
    for (Workload workload : there) {
      workload
          .pod()
          .labels()
          .forEach(
              (key, has) -> {
                if (key.equals(asked.key())) {
                  sameKey.putIfAbsent(has, workload);
                } else if (asked.values().contains(has)) {
                  sameValue.putIfAbsent(key, workload);
                }
              });
    }
    return NearestName.to(value, sameKey.keySet())
        .map(near -> suggestions(asked.key(), near, sameKey))
        .or(
            () ->
                sameValue.entrySet().stream()
                    .findFirst()
                    .map(
                        entry ->
                            suggestions(
                                entry.getKey() + "=" + label(entry.getKey(), entry.getValue()),
                                entry.getValue())))
        .or(
            () ->
                extended(value, sameKey.keySet())
                    .map(longer -> suggestions(asked.key(), longer, sameKey)));
  }

  private static String label(String key, Workload workload) {
    return workload.pod().labels().getOrDefault(key, "");
  }

  private static String suggestions(String key, String value, Map<String, Workload> byValue) {
    return byValue.entrySet().stream()
        .filter(entry -> entry.getKey().equals(value))
        .map(entry -> suggestions(key + "=" + value, entry.getValue()))
        .findFirst()
        .orElseThrow();
  }

  /** A value that holds the one that was asked for, such as {@code redis-cart} for {@code cart}. */
  private static Optional<String> extended(String value, Collection<String> values) {
    return values.stream().filter(has -> !value.isEmpty() && has.contains(value)).findFirst();
  }

  private static String suggestions(String label, Workload workload) {
    return "did you mean `" + label + "`, as " + workload.label() + " has?";
  }

  /** What the pods in the namespaces of {@code zone} are labelled, at most three of them. */
  Optional<String> labels(Party.Zone zone) {
    SortedSet<String> labels = new TreeSet<>();
    for (Workload workload : workloads) {
      if (ZoneNamespaces.contains(zone, workload.pod().namespace())) {
        workload.pod().labels().forEach((key, value) -> labels.add(key + "=" + value));
      }
    }
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "pods in its namespace have the labels "
                + labels.stream().limit(3).collect(Collectors.joining(", "))
                + (labels.size() > 3 ? ", …" : ""));
  }
}
