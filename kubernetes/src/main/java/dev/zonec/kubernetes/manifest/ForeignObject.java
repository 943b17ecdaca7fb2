package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;

/**
 * The name of an object whose kind is not built into Kubernetes.
 *
 * @param apiVersion its group and version
 * @param kind its kind
 * @param namespace its namespace; empty if none is written
 * @param name its name
 * @param span the object
 */
public record ForeignObject(
    String apiVersion, String kind, String namespace, String name, Span span) {
  /** Returns a text such as {@code Kafka shop/events}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
