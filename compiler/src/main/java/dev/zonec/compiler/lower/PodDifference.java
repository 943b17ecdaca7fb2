package dev.zonec.compiler.lower;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Subtracts a set of pods from another.
 *
 * <p>A term is a conjunction of requirements about one key each, and the negation of a requirement
 * is a requirement. The difference is therefore exact: a pod is outside of a term if and only if it
 * fails one of its requirements.
 */
final class PodDifference {
  /** The greatest number of terms; each exception can multiply them. */
  static final int MOST = 1000;

  private PodDifference() {}

  /**
   * Returns the pods of {@code base} that are not in {@code without}; empty if this needs too many
   * terms.
   */
  static Optional<PodSet> of(PodSet base, PodSet without) {
    List<PodSet.Term> left = base.terms().stream().filter(Satisfiability::of).toList();
    for (PodSet.Term hole : without.terms()) {
      List<PodSet.Term> next = new ArrayList<>();
      left.forEach(term -> next.addAll(minus(term, hole)));
      left = withoutContained(next);
      if (left.size() > MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(new PodSet(left));
  }

  private static List<PodSet.Term> minus(PodSet.Term term, PodSet.Term hole) {
    if (!Satisfiability.overlap(new PodSet(List.of(term)), new PodSet(List.of(hole)))) {
      return List.of(term);
    }
    List<PodSet.Term> out = new ArrayList<>();
    for (Requirement asked : labelsOf(hole.namespaces()).requirements()) {
      NamespaceConjunction.of(
              term.namespaces(), new NamespaceSet.Selected(only(Satisfiability.negated(asked))))
          .map(namespaces -> new PodSet.Term(namespaces, term.pods()))
          .filter(Satisfiability::of)
          .ifPresent(out::add);
    }
    for (Requirement asked : hole.pods().requirements()) {
      PodSet.Term rest =
          new PodSet.Term(term.namespaces(), narrowed(term.pods(), Satisfiability.negated(asked)));
      if (Satisfiability.of(rest)) {
        out.add(rest);
      }
    }
    return out;
  }

  /** Returns a selector for the same namespaces, with the name as a label. */
  private static Selector labelsOf(NamespaceSet set) {
    return switch (set) {
      case NamespaceSet.Named(SortedSet<String> names, Selector labels) ->
          only(new Requirement.In(Namespace.NAME_LABEL, names)).and(labels);
      case NamespaceSet.Selected(Selector labels) -> labels;
    };
  }

  private static Selector only(Requirement requirement) {
    return new Selector(List.of(requirement));
  }

  /**
   * Returns the selector with one more requirement. Requirements of values of one key are merged.
   */
  private static Selector narrowed(Selector selector, Requirement more) {
    if (more instanceof Requirement.NotIn(String key, SortedSet<String> values)) {
      for (Requirement requirement : selector.requirements()) {
        if (requirement instanceof Requirement.In(String in, SortedSet<String> listed)
            && in.equals(key)) {
          SortedSet<String> rest = new TreeSet<>(listed);
          rest.removeAll(values);
          return replaced(selector, requirement, new Requirement.In(key, rest));
        }
        if (requirement instanceof Requirement.NotIn(String in, SortedSet<String> others)
            && in.equals(key)) {
          SortedSet<String> all = new TreeSet<>(others);
          all.addAll(values);
          return replaced(selector, requirement, new Requirement.NotIn(key, all));
        }
      }
    }
    return selector.and(only(more));
  }

  private static Selector replaced(Selector selector, Requirement old, Requirement by) {
    return new Selector(selector.requirements().stream().map(r -> r.equals(old) ? by : r).toList());
  }

  /** Removes the terms whose pods another term contains. Some pod must be in each term. */
  private static List<PodSet.Term> withoutContained(List<PodSet.Term> terms) {
    List<PodSet.Term> kept = new ArrayList<>();
    for (PodSet.Term term : terms) {
      if (kept.stream().noneMatch(other -> Satisfiability.contains(other, term))) {
        kept.removeIf(other -> Satisfiability.contains(term, other));
        kept.add(term);
      }
    }
    return kept;
  }
}
