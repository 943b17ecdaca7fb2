package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;

/**
 * An object whose controller creates pods that no manifest shows.
 *
 * @param group its group
 * @param kind its kind
 * @param namespace its namespace, in which its pods are assumed to be
 * @param name its name
 * @param span the object
 */
public record HiddenPods(String group, String kind, String namespace, String name, Span span) {
  /** Returns a text such as {@code shop/events}, which follows the kind in messages. */
  public String path() {
    return namespace + "/" + (name.isEmpty() ? "(no name)" : name);
  }

  /** Returns a text such as {@code Kafka shop/events}. */
  @Override
  public String toString() {
    return kind + " " + path();
  }
}
