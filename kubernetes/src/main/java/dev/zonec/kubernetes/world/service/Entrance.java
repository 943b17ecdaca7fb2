package dev.zonec.kubernetes.world.service;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Protocol;
import java.util.List;

/**
 * An entrance: an Ingress, a route of the Gateway API or an OpenShift Route, which forwards
 * connections from outside to Services.
 *
 * @param kind its kind
 * @param namespace its namespace
 * @param name its name
 * @param protocol the protocol that it forwards
 * @param targets the Services that it forwards to, in the order in which they are written
 * @param others the back ends of other kinds, which may be pods
 * @param span the object in its manifest
 */
public record Entrance(
    String kind,
    String namespace,
    String name,
    Protocol protocol,
    List<Target> targets,
    List<Other> others,
    Span span) {
  /** Copies the lists. */
  public Entrance {
    targets = List.copyOf(targets);
    others = List.copyOf(others);
  }

  /** Returns a copy with other targets. */
  public Entrance to(List<Target> those) {
    return new Entrance(kind, namespace, name, protocol, those, others, span);
  }

  /**
   * A back end that is no Service.
   *
   * @param name its kind and name, as reports print them
   * @param span the reference to it
   */
  public record Other(String name, Span span) {}

  /**
   * A Service that connections are forwarded to.
   *
   * @param namespace the Service's namespace
   * @param service its name
   * @param port its ports
   * @param span the reference to the Service
   */
  public record Target(String namespace, String service, PortChoice port, Span span) {
    /** Returns what identifies the Service. */
    public ServiceEntry.Id id() {
      return new ServiceEntry.Id(namespace, service);
    }
  }

  /** The ports of a Service that an entrance forwards to. */
  public sealed interface PortChoice {
    /** Every port. */
    record Every() implements PortChoice {
      @Override
      public String toString() {
        return "every port";
      }
    }

    /** The port with this number. */
    record Numbered(int port) implements PortChoice {
      @Override
      public String toString() {
        return "port " + port;
      }
    }

    /** The port with this name. */
    record Named(String name) implements PortChoice {
      @Override
      public String toString() {
        return "port `" + name + "`";
      }
    }

    /** The ports that forward to this port of a pod. */
    record PodPort(int port) implements PortChoice {
      @Override
      public String toString() {
        return "target port " + port;
      }
    }

    /** The ports with this name, and those that forward to a pod's port with this name. */
    record EndpointName(String name) implements PortChoice {
      @Override
      public String toString() {
        return "port `" + name + "`";
      }
    }
  }

  /** Returns {@code Kind namespace/name}, as reports print it. */
  @Override
  public String toString() {
    return kind + " " + namespace + "/" + name;
  }
}
