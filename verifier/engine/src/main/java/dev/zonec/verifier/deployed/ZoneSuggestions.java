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

  /**
   * Suggests a replacement for a requirement of {@code term} that no workload meets, if some
   * workload meets all other requirements.
   */
  private Optional<String> label(PodSet.Term term) {
    List<Workload> candidates =
        workloads.stream()
            .filter(w -> ZoneNamespaces.mayContain(term.namespaces(), w.pod().namespace()))
            .toList();
    for (Requirement requirement : term.pods().requirements()) {
      List<Workload> meetingOthers =
          candidates.stream()
              .filter(
                  workload ->
                      term.pods().requirements().stream()
                          .filter(other -> !other.equals(requirement))
                          .allMatch(other -> other.matches(workload.pod().labels())))
              .toList();
      if (requirement instanceof Requirement.In in) {
        Optional<String> suggestions = label(in, meetingOthers);
        if (suggestions.isPresent()) {
          return suggestions;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> label(Requirement.In asked, List<Workload> candidates) {
    String value = asked.values().first();
    Map<String, Workload> sameKey = new TreeMap<>();
    Map<String, Workload> sameValue = new TreeMap<>();
    for (Workload workload : candidates) {
      workload
          .pod()
          .labels()
          .forEach(
              (key, existing) -> {
                if (key.equals(asked.key())) {
                  sameKey.putIfAbsent(existing, workload);
                } else if (asked.values().contains(existing)) {
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

  /** Returns a value that contains {@code value}, such as {@code redis-cart} for {@code cart}. */
  private static Optional<String> extended(String value, Collection<String> values) {
    return values.stream()
        .filter(existing -> !value.isEmpty() && existing.contains(value))
        .findFirst();
  }

  private static String suggestions(String label, Workload workload) {
    return "did you mean `" + label + "`, as " + workload.label() + " has?";
  }

  /** Returns a note with labels of the pods in the namespaces of {@code zone}, at most three. */
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
