package dev.zonec.verifier.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;

/**
 * Something that runs pods of one shape; its replicas are one.
 *
 * @param pod what each of its pods looks like
 * @param kind its kind, such as {@code Deployment}
 * @param name its own name
 * @param site where it is declared
 */
public record Workload(Endpoint.Pod pod, String kind, String name, Span site) {
  /** {@code namespace/name (Kind)}, as reports print it. */
  public String label() {
    return pod.namespace().name() + "/" + name + " (" + kind + ")";
  }
}
