package dev.zonec.model.program;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of pods, among all pods that could exist: a union of terms.
 *
 * @param terms the terms; without terms the set is empty
 */
public record PodSet(List<Term> terms) {
  /** Copies the terms. */
  public PodSet {
    terms = List.copyOf(terms);
  }

  /** The pods in {@code namespaces} whose labels match {@code pods}. */
  public record Term(NamespaceSet namespaces, Selector pods) {
    /** Whether the term contains the pod. */
    public boolean contains(Endpoint.Pod pod) {
      return namespaces.contains(pod.namespace()) && pods.matches(pod.labels());
    }
  }

  /** A set of namespaces. */
  public sealed interface NamespaceSet {
    /** Whether the set contains {@code namespace}. */
    boolean contains(Namespace namespace);

    /** The namespaces with one of the names that also match a selector. */
    record Named(SortedSet<String> names, Selector labels) implements NamespaceSet {
      /** Copies the names. */
      public Named {
        names = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(names));
      }

      @Override
      public boolean contains(Namespace namespace) {
        return names.contains(namespace.name()) && labels.matches(namespace.labels());
      }
    }

    /** The namespaces that match a selector. */
    record Selected(Selector labels) implements NamespaceSet {
      @Override
      public boolean contains(Namespace namespace) {
        return labels.matches(namespace.labels());
      }
    }
  }

  /** Returns the pod selectors of all terms. */
  public List<Selector> podSelectors() {
    return terms.stream().map(Term::pods).toList();
  }

  /** Whether the set contains the pod. */
  public boolean contains(Endpoint.Pod pod) {
    return terms.stream().anyMatch(term -> term.contains(pod));
  }
}
