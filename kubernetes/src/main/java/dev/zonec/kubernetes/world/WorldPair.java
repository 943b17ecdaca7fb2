package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.SharedNamespaces;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import java.util.List;

/**
 * Two worlds side by side, such as the manifests before and after a change. Each keeps its own
 * policies, workloads, places, and labels of namespaces.
 *
 * <p>Engines can ask both about the same pod: the rules of both are written over one set of
 * namespaces. The concrete semantics is asked with the pod as {@link #seenIn} gives it.
 *
 * @param before one world
 * @param after the other world
 */
public record WorldPair(World before, World after) {
  private SharedNamespaces shared() {
    return new SharedNamespaces(before.namespaces(), after.namespaces());
  }

  /** Returns the namespaces that the rules of both worlds are written over, sorted by name. */
  public List<Namespace> namespaces() {
    return shared().all();
  }

  /** Returns the rules of {@link #before}, over {@link #namespaces}. */
  public PolicySet rulesBefore() {
    return shared().translate(before.rules(), before.namespaces());
  }

  /** Returns the rules of {@link #after}, over {@link #namespaces}. */
  public PolicySet rulesAfter() {
    return shared().translate(after.rules(), after.namespaces());
  }

  /**
   * Returns {@code end} as it would be in {@code world}: in a namespace with the labels that {@code
   * world} declares. The labels of a namespace that it does not declare stay as they are.
   */
  public static Endpoint seenIn(World world, Endpoint end) {
    return switch (end) {
      case Endpoint.External external -> external;
      case Endpoint.Node node -> node;
      case Endpoint.Pod pod ->
          world.namespaces().stream()
              .filter(Namespace::declared)
              .filter(namespace -> namespace.name().equals(pod.namespace().name()))
              .findFirst()
              .map(namespace -> pod.in(namespace))
              .orElse(pod);
    };
  }
}
