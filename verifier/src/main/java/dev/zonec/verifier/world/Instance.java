package dev.zonec.verifier.world;

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
 * @param site the object in its manifest
 */
record Instance(
    ObjectName self,
    ObjectName owner,
    Map<String, String> labels,
    List<NamedPort> namedPorts,
    boolean hostNetwork,
    String node,
    List<IpAddress> addresses,
    Span site) {
  boolean isPod() {
    return self.kind().equals("Pod");
  }

  /** The same as {@code self} with other labels. */
  Instance with(ObjectName other, Map<String, String> otherLabels) {
    return new Instance(other, owner, otherLabels, namedPorts, hostNetwork, node, addresses, site);
  }
}
