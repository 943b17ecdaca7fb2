package dev.zonec.checker.open;

import dev.zonec.checker.document.EndBox;
import dev.zonec.checker.document.EndSet;
import dev.zonec.checker.document.ValueSet;
import dev.zonec.checker.mention.Mentions;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds what a set of a certificate says about namespaces and labels that nothing mentions, and
 * about labels that are not unknown.
 *
 * @param mentions what policies, the program and the objects mention
 * @param standIns names of namespaces that each stand for many
 */
record InvariantCheck(Mentions mentions, Set<String> standIns) {
  /** Returns the first problem, as the end of a sentence that begins with the set. */
  Optional<String> problem(EndSet set) {
    for (EndBox box : set.boxes()) {
      Optional<String> problem =
          switch (box) {
            case EndBox.Everything everything -> Optional.empty();
            case EndBox.Addresses addresses -> ofUnknown(addresses.unknown());
            case EndBox.Pods pods ->
                ofNamespaces(pods)
                    .or(() -> ofLabels(pods.namespaceLabels(), mentions.namespaceLabels()))
                    .or(() -> ofLabels(pods.labels(), mentions.podLabels()))
                    .or(() -> ofUnknown(pods.unknown()));
          };
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofNamespaces(EndBox.Pods pods) {
    return pods.namespaces().stream()
        .flatMap(names -> names.values().stream())
        .filter(name -> !mentions.names(name))
        .findFirst()
        .map(name -> "lists the namespace " + name + ", which nothing mentions");
  }

  private static Optional<String> ofLabels(
      SortedMap<String, ValueSet> labels, SortedMap<String, SortedSet<String>> mentioned) {
    for (Map.Entry<String, ValueSet> label : labels.entrySet()) {
      String key = label.getKey();
      if (!mentioned.containsKey(key)) {
        return Optional.of("restricts the label " + key + ", which no selector mentions");
      }
      TreeSet<String> unknown = new TreeSet<>(label.getValue().values());
      unknown.removeAll(mentioned.getOrDefault(key, Collections.emptySortedSet()));
      if (!unknown.isEmpty()) {
        return Optional.of(
            "lists the value "
                + unknown.first()
                + " of the label "
                + key
                + ", which no selector mentions");
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofUnknown(Map<String, SortedMap<String, ValueSet>> unknown) {
    for (Map.Entry<String, SortedMap<String, ValueSet>> entry : unknown.entrySet()) {
      String namespace = entry.getKey();
      if (!mentions.names(namespace)) {
        return Optional.of(
            "restricts labels of the namespace " + namespace + ", which nothing mentions");
      }
      if (mentions.namespace(namespace).labels().isPresent()) {
        return Optional.of(
            "restricts labels of the namespace " + namespace + " as unknown, but they are known");
      }
      if (standIns.contains(namespace)) {
        return Optional.of(
            "restricts labels of the namespace "
                + namespace
                + " as unknown, but it stands for namespaces with different labels");
      }
      Optional<String> problem = ofLabels(entry.getValue(), mentions.namespaceLabels());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }
}
