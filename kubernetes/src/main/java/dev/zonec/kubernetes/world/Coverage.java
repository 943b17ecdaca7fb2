package dev.zonec.kubernetes.world;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Of which namespaces the policies are known. A world that was read in part holds every policy of a
 * namespace that is covered, and what it may hold of others says nothing: a policy that was not
 * read may allow more, or isolate.
 */
public sealed interface Coverage {
  /** Every policy was read. */
  record Whole() implements Coverage {}

  /**
   * Every namespace that there is was listed, and the policies of some were left out.
   *
   * @param unread those
   */
  record Without(SortedSet<String> unread) implements Coverage {
    /** Copies the names. */
    public Without {
      unread = sorted(unread);
    }
  }

  /**
   * The policies of some namespaces were read, and what others there are is not known.
   *
   * @param read those
   */
  record Only(SortedSet<String> read) implements Coverage {
    /** Copies the names. */
    public Only {
      read = sorted(read);
    }
  }

  /** Whether every policy of the namespace {@code name} was read, if there is such a namespace. */
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
