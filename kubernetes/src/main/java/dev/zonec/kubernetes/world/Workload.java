package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;

/**
 * Something that runs pods of one shape; its replicas are one. Where something tells the replicas
 * of a controller apart there is a workload for each part of them.
 *
 * @param pod what each of its pods looks like
 * @param kind its kind, such as {@code Deployment}
 * @param name its own name; that of a part says which it is, such as {@code db-0} or {@code
 *     web[version=2]}
 * @param whole the name of the controller that it is all or a part of
 * @param pods the names of its pods, each of which means it too
 * @param span where it is declared
 */
public record Workload(
    Endpoint.Pod pod, String kind, String name, String whole, PodNames pods, Span span) {
  /** A workload that is told apart by nothing, and of whose pods no name is known. */
  public Workload(Endpoint.Pod pod, String kind, String name, Span span) {
    this(pod, kind, name, name, PodNames.NONE, span);
  }

  /** {@code namespace/name (Kind)}, as reports print it. */
  public String label() {
    return pod.namespace().name() + "/" + name + " (" + kind + ")";
  }

  /**
   * Whether a name of a question means this workload: that of its controller means all of its
   * parts, that of a pod the part that the pod is of.
   *
   * @param part what stands in brackets after the name; empty for no part in particular
   * @param labels what that asks of the part's labels
   */
  public boolean isCalled(String in, String asked, String part, Selector labels) {
    return namespace().equals(in)
        && ((asked + "[" + part + "]").equals(name)
            || ((asked.equals(name) || asked.equals(whole) || pods.contains(asked))
                && (part.isEmpty() || pods.have(labels) || labels.matches(pod.labels()))));
  }

  /** The name of its namespace. */
  public String namespace() {
    return pod.namespace().name();
  }
}
