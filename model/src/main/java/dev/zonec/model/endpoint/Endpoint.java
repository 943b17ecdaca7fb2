package dev.zonec.model.endpoint;

import dev.zonec.model.net.IpAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One end of a connection. */
public sealed interface Endpoint {
  /**
   * A pod.
   *
   * @param namespace the namespace that it is in
   * @param name a name that is unique in the namespace; two pods are the same iff namespace and
   *     name are
   * @param labels its labels
   * @param namedPorts the ports that its containers name
   * @param hostNetwork whether it shares its node's network
   * @param node its node's name; empty where it is not known
   * @param addresses its addresses; a family without one here has one that is not known
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

    /** Whether {@code other} is this very pod. */
    public boolean isSame(Endpoint other) {
      return other instanceof Pod pod
          && pod.name.equals(name)
          && pod.namespace.name().equals(namespace.name());
    }

    /** Returns the same pod in {@code other} instead of its namespace. */
    public Pod in(Namespace other) {
      return new Pod(other, name, labels, namedPorts, hostNetwork, node, addresses);
    }

    @Override
    public String toString() {
      return namespace.name() + "/" + name;
    }
  }

  /** An address that is no pod's. */
  record External(IpAddress address) implements Endpoint {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * A node itself, such as its kubelet.
   *
   * @param name its name
   * @param labels its labels
   * @param addresses its addresses
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
