package dev.zonec.kubernetes.live;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** How much of a cluster is read. */
public sealed interface Scope {
  /** All of it. */
  record Everywhere() implements Scope {}

  /**
   * What is in some namespaces, and what is in none.
   *
   * @param namespaces at least one
   */
  record Within(SortedSet<String> namespaces) implements Scope {
    /** Copies the names and refuses none. */
    public Within {
      namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
      if (namespaces.isEmpty()) {
        throw new IllegalArgumentException("a scope of no namespaces");
      }
    }
  }
}
