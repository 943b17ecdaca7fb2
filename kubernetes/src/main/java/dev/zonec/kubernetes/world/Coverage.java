package dev.zonec.kubernetes.world;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The namespaces whose policies are known. If a world was read in part, it has every policy of the
 * covered namespaces. Policies of other namespaces are unknown; they could allow more, or isolate
 * pods.
 */
public sealed interface Coverage {
  /** Every policy was read. */
  record Whole() implements Coverage {}

  /**
   * All namespaces are known, but the policies of some were not read.
   *
   * @param unread these namespaces
   */
  record Without(SortedSet<String> unread) implements Coverage {
    /** Copies the names. */
    public Without {
      unread = sorted(unread);
    }
  }

  /**
   * The policies of some namespaces were read, and the other namespaces are unknown.
   *
   * @param read the namespaces that were read
   */
  record Only(SortedSet<String> read) implements Coverage {
    /** Copies the names. */
    public Only {
      read = sorted(read);
    }
  }

  /** Whether every policy of the namespace {@code name} was read, if the namespace exists. */
  default boolean knows(String name) {
    return switch (this) {
      case Whole() -> true;
      case Without(var unread) -> !unread.contains(name);
      case Only(var read) -> read.contains(name);
    };
  }

  /** Whether every policy of namespaces that nothing names was read. */
  default boolean knowsUnnamed() {
    return switch (this) {
      case Whole() -> true;
      case Without(var unread) -> true;
      case Only(var read) -> false;
    };
  }

  private static SortedSet<String> sorted(Set<String> names) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }
}
