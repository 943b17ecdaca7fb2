package dev.zonec.verifier.query;

import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Suggests which labels a selector that matches no workload was probably meant to require. */
public final class LabelSuggestions {
  private static final int SHOWN = 3;

  private LabelSuggestions() {}

  /**
   * Returns a help text with a replacement for a requirement of {@code pods} that no workload
   * meets, if some workload meets all other requirements; empty if nothing is similar.
   *
   * @param candidates the workloads that the selector could have been about
   */
  public static Optional<String> help(Selector pods, List<Workload> candidates) {
    for (Requirement requirement : pods.requirements()) {
      List<Workload> meetingOthers =
          candidates.stream()
              .filter(
                  workload ->
                      pods.requirements().stream()
                          .filter(other -> !other.equals(requirement))
                          .allMatch(other -> other.matches(workload.pod().labels())))
              .toList();
      if (requirement instanceof Requirement.In in) {
        Optional<String> suggestion = help(in, meetingOthers);
        if (suggestion.isPresent()) {
          return suggestion;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the labels of the pods of {@code workloads} as a text, at most three; or empty. */
  public static Optional<String> labels(List<Workload> workloads) {
    SortedSet<String> labels = new TreeSet<>();
    workloads.forEach(
        workload -> workload.pod().labels().forEach((key, value) -> labels.add(key + "=" + value)));
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            labels.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (labels.size() > SHOWN ? ", …" : ""));
  }

  private static Optional<String> help(Requirement.In asked, List<Workload> candidates) {
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
        .map(near -> help(asked.key(), near, sameKey))
        .or(
            () ->
                sameValue.entrySet().stream()
                    .findFirst()
                    .map(
                        entry ->
                            help(
                                entry.getKey() + "=" + label(entry.getKey(), entry.getValue()),
                                entry.getValue())))
        .or(
            () ->
                extended(value, sameKey.keySet())
                    .map(longer -> help(asked.key(), longer, sameKey)));
  }

  private static String label(String key, Workload workload) {
    return workload.pod().labels().getOrDefault(key, "");
  }

  private static String help(String key, String value, Map<String, Workload> byValue) {
    return byValue.entrySet().stream()
        .filter(entry -> entry.getKey().equals(value))
        .map(entry -> help(key + "=" + value, entry.getValue()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns a value that contains {@code value}, such as {@code redis-cart} for {@code cart}. */
  private static Optional<String> extended(String value, Collection<String> values) {
    return values.stream()
        .filter(existing -> !value.isEmpty() && existing.contains(value))
        .findFirst();
  }

  private static String help(String label, Workload workload) {
    return "did you mean `" + label + "`, as " + workload.label() + " has?";
  }
}
