package dev.zonec.kubernetes.world.service;

import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * A Service.
 *
 * @param namespace its namespace, which is also that of its pods
 * @param name its name
 * @param type its type
 * @param headless whether it is headless: clients use the addresses and ports of its pods
 * @param keepsClients whether nodes preserve the client's address ({@code externalTrafficPolicy:
 *     Local})
 * @param backing its back ends
 * @param ports its ports, in order
 * @param span the object in its manifest
 * @param clientsSpan the span of {@code externalTrafficPolicy}, or else of {@code type}
 */
public record ServiceEntry(
    String namespace,
    String name,
    Type type,
    boolean headless,
    boolean keepsClients,
    Backing backing,
    List<ServicePort> ports,
    Span span,
    Span clientsSpan) {
  /** What identifies a Service in a cluster. */
  public record Id(String namespace, String name) {
    @Override
    public String toString() {
      return namespace + "/" + name;
    }
  }

  /** Returns the namespace and name, which identify the Service. */
  public Id id() {
    return new Id(namespace, name);
  }

  /** The type of a Service. */
  public enum Type {
    /** Reachable from inside the cluster only. */
    CLUSTER_IP,
    /** Also reachable at a port of every node. */
    NODE_PORT,
    /** Also reachable at an address outside of the cluster. */
    LOAD_BALANCER,
    /** An alias for another name. */
    EXTERNAL_NAME
  }

  /** Copies the ports. */
  public ServiceEntry {
    ports = List.copyOf(ports);
  }

  /** Whether the Service is reachable from outside of the cluster. */
  public boolean reachedFromOutside() {
    return switch (type) {
      case NODE_PORT, LOAD_BALANCER -> true;
      case CLUSTER_IP, EXTERNAL_NAME -> false;
    };
  }

  @Override
  public String toString() {
    return id().toString();
  }
}
