package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;

/**
 * A set of pods with the same properties, such as the replicas of a Deployment. If selectors
 * distinguish the replicas of a controller, each part is a separate workload.
 *
 * @param pod a pod of the workload
 * @param kind its kind, such as {@code Deployment}
 * @param name its name; for a part, a name such as {@code db-0} or {@code web[version=2]}
 * @param whole the name of the controller that it is a part of, or its own name
 * @param pods the names of its pods, which also stand for it in questions
 * @param span the object in its manifest
 */
public record Workload(
    Endpoint.Pod pod, String kind, String name, String whole, PodNames pods, Span span) {
  /** Creates a workload that is not a part, without known pods. */
  public Workload(Endpoint.Pod pod, String kind, String name, Span span) {
    this(pod, kind, name, name, PodNames.NONE, span);
  }

  /** Returns the workload with other pods. */
  public Workload withPod(Endpoint.Pod other) {
    return new Workload(other, kind, name, whole, pods, span);
  }

  /** Returns {@code namespace/name (Kind)}, as reports print it. */
  public String label() {
    return pod.namespace().name() + "/" + name + " (" + kind + ")";
  }

  /**
   * Whether a name in a question means this workload. The controller's name means all of its parts,
   * and a pod's name means the part with the pod.
   *
   * @param part the text in brackets after the name; empty for the whole workload
   * @param labels the labels that this text requires
   */
  public boolean isCalled(String in, String asked, String part, Selector labels) {
    return namespace().equals(in)
        && ((asked + "[" + part + "]").equals(name)
            || ((asked.equals(name) || asked.equals(whole) || pods.contains(asked))
                && (part.isEmpty() || pods.have(labels) || labels.matches(pod.labels()))));
  }

  /** Returns the name of its namespace. */
  public String namespace() {
    return pod.namespace().name();
  }
}
