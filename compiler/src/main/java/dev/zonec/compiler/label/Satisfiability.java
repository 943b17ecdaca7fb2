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

/** Decides whether conditions can be met together. */
public final class Satisfiability {
  private Satisfiability() {}

  /** Whether some labels match {@code selector}. */
  public static boolean of(Selector selector) {
    return possible(selector.requirements());
  }

  /** Whether some namespace can be in {@code set}. */
  public static boolean of(NamespaceSet set) {
    return switch (set) {
      case NamespaceSet.Named(SortedSet<String> names, Selector labels) ->
          names.stream()
              .anyMatch(name -> of(labels.and(new Selector(List.of(isNamed(Set.of(name)))))));
      case NamespaceSet.Selected(Selector labels) ->
          of(labels.and(new Selector(List.of(new Requirement.Exists(Namespace.NAME_LABEL)))));
    };
  }

  /** Whether some pod can be in {@code term}. */
  public static boolean of(PodSet.Term term) {
    return of(term.pods()) && of(term.namespaces());
  }

  /** Whether some pod can be in both sets. */
  public static boolean overlap(PodSet a, PodSet b) {
    return a.terms().stream()
        .anyMatch(left -> b.terms().stream().anyMatch(right -> overlap(left, right)));
  }

  /** Whether {@code outer} contains every pod of {@code inner}. */
  public static boolean implies(PodSet.Term inner, PodSet.Term outer) {
    return !of(inner.pods()) || !of(someNamespace(inner)) || contains(outer, inner);
  }

  /**
   * Whether {@code outer} contains every pod of {@code inner}. Some pod must be in {@code inner}:
   * each requirement of {@code outer} then follows from the requirements of the same key alone.
   */
  public static boolean contains(PodSet.Term outer, PodSet.Term inner) {
    return follows(inner.pods(), outer.pods())
        && follows(someNamespace(inner), labelsOf(outer.namespaces()));
  }

  /** Returns a selector for the namespaces of {@code term}, of which each has a name. */
  private static Selector someNamespace(PodSet.Term term) {
    return labelsOf(term.namespaces())
        .and(new Selector(List.of(new Requirement.Exists(Namespace.NAME_LABEL))));
  }

  private static boolean follows(Selector possible, Selector outer) {
    for (Requirement requirement : outer.requirements()) {
      KeyChoices choices = new KeyChoices();
      choices.require(negated(requirement));
      for (Requirement known : possible.requirements()) {
        if (known.key().equals(requirement.key())) {
          choices.require(known);
        }
      }
      if (choices.possible()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the requirement that is met if and only if {@code requirement} is not. */
  public static Requirement negated(Requirement requirement) {
    return requirement.negated();
  }

  private static boolean overlap(PodSet.Term a, PodSet.Term b) {
    return of(a.pods().and(b.pods()))
        && of(new NamespaceSet.Selected(labelsOf(a.namespaces()).and(labelsOf(b.namespaces()))));
  }

  /** Returns a selector for the same namespaces, with the name as a label. */
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
