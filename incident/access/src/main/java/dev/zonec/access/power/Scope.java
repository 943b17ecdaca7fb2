package dev.zonec.access.power;

/** Where a right holds. */
public sealed interface Scope {
  /** The whole cluster, and its objects without a namespace. */
  record Cluster() implements Scope {}

  /** Every namespace, but no objects without one. */
  record EveryNamespace() implements Scope {}

  /** One namespace. */
  record Within(String namespace) implements Scope {}

  /** Returns the scope of a binding in {@code namespace}; empty for the cluster. */
  static Scope ofBinding(String namespace) {
    return namespace.isEmpty() ? new Cluster() : new Within(namespace);
  }

  /** Whether a right with this scope also holds in {@code other}. */
  default boolean covers(Scope other) {
    return switch (this) {
      case Cluster() -> true;
      case EveryNamespace() -> !(other instanceof Cluster);
      case Within within -> within.equals(other);
    };
  }

  /** Whether a right with this scope holds in {@code namespace}. */
  default boolean includes(String namespace) {
    return covers(new Within(namespace));
  }
}
