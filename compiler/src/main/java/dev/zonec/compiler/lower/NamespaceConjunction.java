package dev.zonec.compiler.lower;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Computes intersections of namespace sets.
 *
 * <p>A selector that requires the name label becomes a set of exact names, so that no manifests are
 * needed for it.
 */
final class NamespaceConjunction {
  private NamespaceConjunction() {}

  /** Returns the intersection; empty if it is known to contain nothing. */
  static Optional<NamespaceSet> of(NamespaceSet a, NamespaceSet b) {
    return switch (a) {
      case NamespaceSet.Named(SortedSet<String> names, Selector labels) ->
          switch (b) {
            case NamespaceSet.Named(SortedSet<String> others, Selector more) ->
                normal(new NamespaceSet.Named(both(names, others), labels.and(more)));
            case NamespaceSet.Selected(Selector more) ->
                normal(new NamespaceSet.Named(names, labels.and(more)));
          };
      case NamespaceSet.Selected(Selector labels) ->
          switch (b) {
            case NamespaceSet.Named(SortedSet<String> names, Selector more) ->
                normal(new NamespaceSet.Named(names, more.and(labels)));
            case NamespaceSet.Selected(Selector more) ->
                normal(new NamespaceSet.Selected(labels.and(more)));
          };
    };
  }

  /** Returns the same set with exact names where possible; empty if it contains nothing. */
  static Optional<NamespaceSet> normal(NamespaceSet set) {
    return switch (set) {
      case NamespaceSet.Named(SortedSet<String> names, Selector labels) -> named(names, labels);
      case NamespaceSet.Selected(Selector labels) -> {
        for (Requirement requirement : labels.requirements()) {
          if (requirement instanceof Requirement.In in && isName(in)) {
            yield named(in.values(), labels);
          }
        }
        yield Optional.of(set);
      }
    };
  }

  private static Optional<NamespaceSet> named(SortedSet<String> names, Selector labels) {
    SortedSet<String> left = new TreeSet<>(names);
    List<Requirement> others = new ArrayList<>();
    for (Requirement requirement : labels.requirements()) {
      if (isName(requirement)) {
        left.removeIf(name -> !requirement.matches(Map.of(Namespace.NAME_LABEL, name)));
      } else {
        others.add(requirement);
      }
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new NamespaceSet.Named(left, new Selector(others)));
  }

  private static boolean isName(Requirement requirement) {
    return requirement.key().equals(Namespace.NAME_LABEL);
  }

  private static SortedSet<String> both(SortedSet<String> a, SortedSet<String> b) {
    SortedSet<String> both = new TreeSet<>(a);
    both.retainAll(b);
    return both;
  }
}
