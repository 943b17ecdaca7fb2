package dev.zonec.model.endpoint;

import dev.zonec.model.net.IpAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An end of a connection. */
public sealed interface Endpoint {
  /**
   * A pod.
   *
   * @param namespace the pod's namespace
   * @param name the pod's name, unique in the namespace; pods with equal namespace and name are the
   *     same pod
   * @param labels the pod's labels
   * @param namedPorts the ports that its containers name
   * @param hostNetwork whether the pod uses the network of its node
   * @param node the name of its node; empty if unknown
   * @param addresses the known addresses; the address of a family that is missing here is unknown
   */
  record Pod(
      Namespace namespace,
      String name,
      Map<String, String> labels,
      List<NamedPort> namedPorts,
      boolean hostNetwork,
      String node,
      List<IpAddress> addresses)
      implements Endpoint {
    /** Copies the collections. */
    public Pod {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      namedPorts = List.copyOf(namedPorts);
      addresses = List.copyOf(addresses);
    }

    /** Whether {@code other} is the same pod. */
    public boolean isSame(Endpoint other) {
      return other instanceof Pod pod
          && pod.name.equals(name)
          && pod.namespace.name().equals(namespace.name());
    }

    /** Returns the same pod in {@code other} instead of its namespace. */
    public Pod in(Namespace other) {
      return new Pod(other, name, labels, namedPorts, hostNetwork, node, addresses);
    }

    /** Returns the same pod with {@code other} instead of its labels. */
    public Pod withLabels(Map<String, String> other) {
      return new Pod(namespace, name, other, namedPorts, hostNetwork, node, addresses);
    }

    /** Returns a pod with the same properties and another name. */
    public Pod named(String other) {
      return new Pod(namespace, other, labels, namedPorts, hostNetwork, node, addresses);
    }

    /** Returns a pod with the same properties and other named ports. */
    public Pod withNamedPorts(List<NamedPort> other) {
      return new Pod(namespace, name, labels, other, hostNetwork, node, addresses);
    }

    @Override
    public String toString() {
      return namespace.name() + "/" + name;
    }
  }

  /** An address that belongs to no pod. */
  record External(IpAddress address) implements Endpoint {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * A node itself, for example its kubelet.
   *
   * @param name the node's name
   * @param labels the node's labels
   * @param addresses the node's addresses
   */
  record Node(String name, Map<String, String> labels, List<IpAddress> addresses)
      implements Endpoint {
    /** Copies the collections. */
    public Node {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
      return "node " + name;
    }
  }
}
