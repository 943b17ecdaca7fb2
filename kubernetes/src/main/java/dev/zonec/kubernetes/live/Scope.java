package dev.zonec.kubernetes.live;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The part of a cluster that is read. */
public sealed interface Scope {
  /** The whole cluster. */
  record Everywhere() implements Scope {}

  /**
   * The objects in some namespaces, and the cluster-scoped ones.
   *
   * @param namespaces at least one namespace
   */
  record Within(SortedSet<String> namespaces) implements Scope {
    /** Copies the names and rejects an empty set. */
    public Within {
      namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
      if (namespaces.isEmpty()) {
        throw new IllegalArgumentException("at least one namespace is required");
      }
    }
  }
}
