package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.IpAddress;
import java.util.List;
import java.util.Map;

/**
 * A pod, or a template that pods are made from. A finished pod of a controller stands for those
 * that the controller may make again, and so is like a template.
 *
 * @param self the object itself
 * @param owner what it is shown as: its controller, or itself
 * @param labels the pod's labels
 * @param namedPorts the ports that its containers name, sorted
 * @param hostNetwork whether it shares its node's network
 * @param node its node; empty where it is not known
 * @param addresses its addresses as far as they are known
 * @param part the part of the owner that it is; empty where that has one only
 * @param guessed labels that the pods have with a value that only the controller knows, and what
 *     that is like
 * @param replicas the pods that a controller names by number
 * @param span the object in its manifest
 */
record Instance(
    ObjectName self,
    ObjectName owner,
    Map<String, String> labels,
    List<NamedPort> namedPorts,
    boolean hostNetwork,
    String node,
    List<IpAddress> addresses,
    String part,
    Map<String, String> guessed,
    PodNames.Replicas replicas,
    Span span) {
  boolean isPod() {
    return self.kind().equals("Pod");
  }

  /** The same on another node. */
  Instance on(String other) {
    return new Instance(
        self,
        owner,
        labels,
        namedPorts,
        hostNetwork,
        other,
        addresses,
        part,
        guessed,
        replicas,
        span);
  }

  /** The same with other labels. */
  Instance with(Map<String, String> others) {
    return new Instance(
        self,
        owner,
        others,
        namedPorts,
        hostNetwork,
        node,
        addresses,
        part,
        guessed,
        replicas,
        span);
  }

  /** The same as {@code other}, which stands for these replicas. */
  Instance as(ObjectName other, PodNames.Replicas some) {
    return new Instance(
        other, owner, labels, namedPorts, hostNetwork, node, addresses, part, guessed, some, span);
  }

  /** The same with labels that only the controller knows. */
  Instance guessing(Map<String, String> likely) {
    return new Instance(
        self,
        owner,
        labels,
        namedPorts,
        hostNetwork,
        node,
        addresses,
        part,
        likely,
        replicas,
        span);
  }
}
