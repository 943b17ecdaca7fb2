package dev.zonec.model.program;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of pods over every pod that could exist: any of some terms.
 *
 * @param terms the alternatives; none is the empty set
 */
public record PodSet(List<Term> terms) {
  /** Copies the terms. */
  public PodSet {
    terms = List.copyOf(terms);
  }

  /** Pods whose namespace lies in {@code namespaces} and whose labels {@code pods} selects. */
  public record Term(NamespaceSet namespaces, Selector pods) {
    /** Whether the pod is selected. */
    public boolean contains(Endpoint.Pod pod) {
      return namespaces.contains(pod.namespace()) && pods.matches(pod.labels());
    }
  }

  /** A set of namespaces. */
  public sealed interface NamespaceSet {
    /** Whether {@code namespace} is in it. */
    boolean contains(Namespace namespace);

    /** The namespaces with one of some names that also match a selector. */
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

    /** Every namespace that a selector matches. */
    record Selected(Selector labels) implements NamespaceSet {
      @Override
      public boolean contains(Namespace namespace) {
        return labels.matches(namespace.labels());
      }
    }
  }

  /** What it asks of pods' labels. */
  public List<Selector> podSelectors() {
    return terms.stream().map(Term::pods).toList();
  }

  /** Whether the pod is in the set. */
  public boolean contains(Endpoint.Pod pod) {
    return terms.stream().anyMatch(term -> term.contains(pod));
  }
}
