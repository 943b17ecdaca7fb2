package dev.zonec.kubernetes.world.service;

import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * A Service.
 *
 * @param namespace its namespace; the pods that it selects are in it
 * @param name its name
 * @param type how far it is reached
 * @param headless whether it is only a name for its pods, whose own addresses and ports callers use
 * @param keepsClients whether a node hands on what comes from outside without putting its own
 *     address in front ({@code externalTrafficPolicy: Local})
 * @param backing what stands behind it
 * @param ports its ports, in order
 * @param span the object in its manifest
 * @param clientsSpan where it says, or would say, whether it keeps clients: its {@code
 *     externalTrafficPolicy}, else its {@code type}
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

  /** How far a Service is reached. */
  public enum Type {
    /** From inside the cluster only. */
    CLUSTER_IP,
    /** At a port of every node too. */
    NODE_PORT,
    /** At an address from outside too. */
    LOAD_BALANCER,
    /** Nowhere: a name for another name. */
    EXTERNAL_NAME
  }

  /** Copies the ports. */
  public ServiceEntry {
    ports = List.copyOf(ports);
  }

  /** Whether callers outside the cluster reach it. */
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
