package dev.zonec.access.power;

import java.util.Set;

/** The names of the objects that a right is limited to. */
public sealed interface Names {
  /** Every object. */
  record All() implements Names {}

  /** The objects with some names. */
  record Only(Set<String> names) implements Names {
    /** Copies the names. */
    public Only {
      names = Set.copyOf(names);
    }
  }

  /** Whether the object {@code name} is among them. */
  default boolean contain(String name) {
    return switch (this) {
      case All() -> true;
      case Only(Set<String> names) -> names.contains(name);
    };
  }
}
