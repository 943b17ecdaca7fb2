package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;

/**
 * An object that makes pods that no manifest shows.
 *
 * @param group its group
 * @param kind its kind
 * @param namespace the namespace that its pods are taken to be in, its own
 * @param name its name
 * @param span the object
 */
public record HiddenPods(String group, String kind, String namespace, String name, Span span) {
  /** {@code shop/events}, as messages name it after its kind. */
  public String path() {
    return namespace + "/" + (name.isEmpty() ? "(no name)" : name);
  }

  /** {@code Kafka shop/events}. */
  @Override
  public String toString() {
    return kind + " " + path();
  }
}
