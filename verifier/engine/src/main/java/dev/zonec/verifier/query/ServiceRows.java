package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Backend;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Lists the allowed connections through a Service, by source, Service port and pod. A connection
 * through a Service is decided like a connection to the pod behind it, on the pod's port; policies
 * never see the Service's port ({@code spec/semantics.md}, "Services").
 */
final class ServiceRows {
  private final World world;
  private final Semantics semantics;
  private final OpenPortLookup openings;
  private final boolean permissive;
  private final SnatSources sources;

  ServiceRows(World world, Semantics semantics, Reading reading, OpenPortLookup openings) {
    this.world = world;
    this.semantics = semantics;
    this.openings = openings;
    this.permissive = reading.permissive();
    this.sources = new SnatSources(world, reading);
  }

  /**
   * Returns the allowed connections from {@code from} through {@code service}.
   *
   * @param asked the ports of the Service to consider
   * @param outside the addresses that a load balancer may have
   */
  List<Answer.ServiceRow> of(
      List<AnswerEnd> from, ServiceEntry service, Service asked, List<AnswerEnd> outside) {
    List<Answer.ServiceRow> rows = new ArrayList<>();
    for (AnswerEnd source : from) {
      Deadline.check();
      boolean isOutside = source.endpoint() instanceof Endpoint.External;
      if (isOutside && !service.reachedFromOutside()) {
        continue;
      }
      if (service.headless()) {
        headless(source, service, rows);
        continue;
      }
      for (ServicePort port : service.ports()) {
        if (isAsked(asked, port)) {
          for (Backend backend : new Backends(world).of(service, port)) {
            if (isAllowed(source, service, port, backend, outside)) {
              rows.add(row(source, service, port, backend));
            }
          }
        }
      }
    }
    return rows;
  }

  /**
   * Adds the connections to the pods of a headless Service, whose callers use the pods' addresses
   * and any port.
   */
  private void headless(AnswerEnd source, ServiceEntry service, List<Answer.ServiceRow> rows) {
    for (Workload workload : new Backends(world).workloads(service)) {
      OpenPorts ports = openings.asked(source.endpoint(), workload.pod());
      if (!ports.isEmpty()) {
        AnswerEnd pod = new AnswerEnd(workload.pod(), workload.label());
        rows.add(new Answer.ServiceRow(source, service, ports, pod, ports));
      }
    }
  }

  private static Answer.ServiceRow row(
      AnswerEnd source, ServiceEntry service, ServicePort port, Backend backend) {
    return new Answer.ServiceRow(
        source,
        service,
        single(port, port.port()),
        new AnswerEnd(backend.endpoint(), backend.label()),
        single(port, backend.port()));
  }

  /** Returns port {@code number} of the protocol of {@code port}, as a set. */
  static OpenPorts single(ServicePort port, int number) {
    return OpenPorts.of(Map.of(port.protocol(), List.of(new PortRange(number, number))));
  }

  /**
   * Whether the question's service {@code asked} includes {@code port}, by its number, its node
   * port or its name.
   */
  static boolean isAsked(Service asked, ServicePort port) {
    return switch (asked) {
      case Service.Anything anything -> true;
      case Service.Listed(var clauses) ->
          clauses.stream()
              .anyMatch(
                  clause ->
                      clause.protocol() == port.protocol()
                          && switch (clause) {
                            case PortClause.AllPorts all -> true;
                            case PortClause.Numbered(var protocol, var range) ->
                                range.contains(port.port())
                                    || (port.nodePort() != 0 && range.contains(port.nodePort()));
                            case PortClause.Named(var protocol, String name) ->
                                port.name().equals(name);
                          });
    };
  }

  private boolean isAllowed(
      AnswerEnd source,
      ServiceEntry service,
      ServicePort port,
      Backend backend,
      List<AnswerEnd> outside) {
    Transport transport = new Transport.Ported(port.protocol(), backend.port());
    if (source.endpoint() instanceof Endpoint.External client) {
      return sources.isAllowed(
          client, service, outside, seen -> isAllowed(seen, backend.endpoint(), transport));
    }
    return isAllowed(source.endpoint(), backend.endpoint(), transport);
  }

  private boolean isAllowed(Endpoint source, Endpoint destination, Transport transport) {
    Predicate<Family> allowed =
        family ->
            semantics
                .decideThroughService(new Connection(source, destination, family, transport))
                .isAllowed();
    List<Family> families = Connection.families(source, destination);
    return permissive ? families.stream().anyMatch(allowed) : families.stream().allMatch(allowed);
  }
}
