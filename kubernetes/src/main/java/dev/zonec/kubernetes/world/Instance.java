package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.IpAddress;
import java.util.List;
import java.util.Map;

/**
 * A pod, or a pod template. A finished pod of a controller is treated as a template for the pods
 * that the controller may create again.
 *
 * @param self the object
 * @param owner the object that it is shown as: its controller, or itself
 * @param labels the labels of the pod
 * @param namedPorts the named ports of its containers, sorted
 * @param hostNetwork whether it uses the network of its node
 * @param node its node; empty if unknown
 * @param addresses its known addresses
 * @param part the part of the owner that it belongs to; empty if there is only one
 * @param guessed labels with values that only the controller knows, each with a pattern for the
 *     value
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

  /** Returns a copy on another node. */
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

  /** Returns a copy with other labels. */
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

  /** Returns a copy that represents some replicas and is named {@code other}. */
  Instance as(ObjectName other, PodNames.Replicas some) {
    return new Instance(
        other, owner, labels, namedPorts, hostNetwork, node, addresses, part, guessed, some, span);
  }

  /** Returns a copy that is a part of its owner. */
  Instance asPart(String name) {
    return new Instance(
        self,
        owner,
        labels,
        namedPorts,
        hostNetwork,
        node,
        addresses,
        name,
        guessed,
        replicas,
        span);
  }

  /** Returns a copy with labels whose values only the controller knows. */
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
