package dev.zonec.kubernetes.world.service;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Protocol;
import java.util.List;

/**
 * What tells a controller to forward requests from outside to Services: an Ingress, a route of the
 * Gateway API, an OpenShift Route.
 *
 * @param kind its kind
 * @param namespace its namespace
 * @param name its name
 * @param protocol the protocol that it forwards over
 * @param targets where it forwards to, in the order in which they are written
 * @param span the object in its manifest
 */
public record Entrance(
    String kind,
    String namespace,
    String name,
    Protocol protocol,
    List<Target> targets,
    Span span) {
  /** Copies the targets. */
  public Entrance {
    targets = List.copyOf(targets);
  }

  /**
   * A Service that requests go to.
   *
   * @param namespace the Service's namespace
   * @param service its name
   * @param port which of its ports
   * @param span where it is named
   */
  public record Target(String namespace, String service, PortChoice port, Span span) {
    /** Returns what identifies the Service. */
    public ServiceEntry.Id id() {
      return new ServiceEntry.Id(namespace, service);
    }
  }

  /** Which ports of a Service. */
  public sealed interface PortChoice {
    /** Every one. */
    record Every() implements PortChoice {
      @Override
      public String toString() {
        return "every port";
      }
    }

    /** The one with this number. */
    record Numbered(int port) implements PortChoice {
      @Override
      public String toString() {
        return "port " + port;
      }
    }

    /** The one with this name. */
    record Named(String name) implements PortChoice {
      @Override
      public String toString() {
        return "port `" + name + "`";
      }
    }

    /** Those that lead to this port of a pod. */
    record PodPort(int port) implements PortChoice {
      @Override
      public String toString() {
        return "target port " + port;
      }
    }

    /** Those that have this name, or lead to the port of a pod that has it. */
    record EndpointName(String name) implements PortChoice {
      @Override
      public String toString() {
        return "port `" + name + "`";
      }
    }
  }

  /** {@code Kind namespace/name}, as reports print it. */
  @Override
  public String toString() {
    return kind + " " + namespace + "/" + name;
  }
}
