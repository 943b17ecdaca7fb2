package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.NearestName;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the probable misspelling in a selector that matches no pod. */
final class NearestLabel {
  private NearestLabel() {}

  /**
   * Returns a requirement of {@code which} with its value replaced by the most similar value that
   * pods have, if {@code which} then matches at least one pod; otherwise empty. Only requirements
   * with a single value are considered.
   *
   * @param pods the labels of each pod
   */
  static Optional<Requirement> of(Selector which, List<Map<String, String>> pods) {
    for (Requirement requirement : which.requirements()) {
      if (requirement instanceof Requirement.In in && in.values().size() == 1) {
        Set<String> known = new TreeSet<>();
        pods.stream()
            .map(labels -> labels.get(in.key()))
            .filter(Objects::nonNull)
            .forEach(known::add);
        known.removeAll(in.values());
        Optional<Requirement> meant =
            NearestName.to(in.values().first(), known)
                .<Requirement>map(near -> new Requirement.In(in.key(), new TreeSet<>(Set.of(near))))
                .filter(near -> matchesSome(replaced(which, requirement, near), pods));
        if (meant.isPresent()) {
          return meant;
        }
      }
    }
    return Optional.empty();
  }

  private static Selector replaced(Selector which, Requirement old, Requirement fresh) {
    List<Requirement> all = new ArrayList<>(which.requirements());
    all.set(all.indexOf(old), fresh);
    return new Selector(all);
  }

  private static boolean matchesSome(Selector which, List<Map<String, String>> pods) {
    return pods.stream().anyMatch(which::matches);
  }
}
