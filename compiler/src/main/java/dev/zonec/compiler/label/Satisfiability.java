package dev.zonec.compiler.label;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether something could meet all of some conditions. */
public final class Satisfiability {
  private Satisfiability() {}

  /** Whether some set of labels meets {@code selector}. */
  public static boolean of(Selector selector) {
    return possible(selector.requirements());
  }

  /** Whether some namespace could be in {@code set}. */
  public static boolean of(NamespaceSet set) {
    return switch (set) {
      case NamespaceSet.Named(SortedSet<String> names, Selector labels) ->
          names.stream()
              .anyMatch(name -> of(labels.and(new Selector(List.of(isNamed(Set.of(name)))))));
      case NamespaceSet.Selected(Selector labels) ->
          of(labels.and(new Selector(List.of(new Requirement.Exists(Namespace.NAME_LABEL)))));
    };
  }

  /** Whether some pod could meet {@code term}. */
  public static boolean of(PodSet.Term term) {
    return of(term.pods()) && of(term.namespaces());
  }

  /** Whether some pod could be in both sets. */
  public static boolean overlap(PodSet a, PodSet b) {
    return a.terms().stream()
        .anyMatch(left -> b.terms().stream().anyMatch(right -> overlap(left, right)));
  }

  /** Whether every pod that meets {@code inner} meets {@code outer}. */
  public static boolean implies(PodSet.Term inner, PodSet.Term outer) {
    return implies(inner.pods(), outer.pods())
        && implies(
            labelsOf(inner.namespaces())
                .and(new Selector(List.of(new Requirement.Exists(Namespace.NAME_LABEL)))),
            labelsOf(outer.namespaces()));
  }

  private static boolean implies(Selector inner, Selector outer) {
    return outer.requirements().stream()
        .noneMatch(r -> of(inner.and(new Selector(List.of(negated(r))))));
  }

  /** What is met iff {@code requirement} is not. */
  public static Requirement negated(Requirement requirement) {
    return requirement.negated();
  }

  private static boolean overlap(PodSet.Term a, PodSet.Term b) {
    return of(a.pods().and(b.pods()))
        && of(new NamespaceSet.Selected(labelsOf(a.namespaces()).and(labelsOf(b.namespaces()))));
  }

  /** A selector of the same namespaces: the name is a label like any other. */
  private static Selector labelsOf(NamespaceSet set) {
    return switch (set) {
      case NamespaceSet.Named(SortedSet<String> names, Selector labels) ->
          new Selector(List.of(isNamed(names))).and(labels);
      case NamespaceSet.Selected(Selector labels) -> labels;
    };
  }

  private static Requirement isNamed(Set<String> names) {
    return new Requirement.In(Namespace.NAME_LABEL, new TreeSet<>(names));
  }

  private static boolean possible(List<Requirement> requirements) {
    Map<String, KeyChoices> byKey = new HashMap<>();
    for (Requirement requirement : requirements) {
      byKey.computeIfAbsent(requirement.key(), key -> new KeyChoices()).require(requirement);
    }
    return byKey.values().stream().allMatch(KeyChoices::possible);
  }
}
