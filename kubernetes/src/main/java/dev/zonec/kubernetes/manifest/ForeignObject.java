package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;

/**
 * An object of a kind that is not Kubernetes' own, by its name.
 *
 * @param apiVersion its group and version
 * @param kind its kind
 * @param namespace its namespace; empty where none is written
 * @param name its name
 * @param span the object
 */
public record ForeignObject(
    String apiVersion, String kind, String namespace, String name, Span span) {
  /** {@code Kafka shop/events}. */
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }
}
