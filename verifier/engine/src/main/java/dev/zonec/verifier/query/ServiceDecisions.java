package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Backend;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides the connections through a Service to the pods behind it, for each source, port and pod.
 * Policies see the pod and its port ({@code spec/semantics.md}, "Services").
 */
final class ServiceDecisions {
  private final Backends backends;
  private final Semantics semantics;
  private final PortDecisions listing;
  private final boolean permissive;
  private final SnatSources sources;

  ServiceDecisions(World world, Semantics semantics, Reading reading, PortDecisions listing) {
    this.backends = new Backends(world);
    this.semantics = semantics;
    this.listing = listing;
    this.permissive = reading.permissive();
    this.sources = new SnatSources(world, reading);
  }

  /**
   * Returns the outcomes for connections from {@code from}.
   *
   * @param asked the ports of the Service to consider
   * @param outside the addresses that a load balancer may have
   */
  List<ConnectionOutcome> of(
      List<AnswerEnd> from, ServiceEntry service, Service asked, List<AnswerEnd> outside) {
    List<ConnectionOutcome> outcomes = new ArrayList<>();
    for (AnswerEnd source : from) {
      Deadline.check();
      if (source.endpoint() instanceof Endpoint.External && !service.reachedFromOutside()) {
        outcomes.add(
            unconnected(source, service, "the Service is reached from inside the cluster only"));
      } else if (service.headless()) {
        headless(source, service, outcomes);
      } else {
        ports(source, service, asked, outside, outcomes);
      }
    }
    return outcomes;
  }

  private static NoConnection unconnected(AnswerEnd source, ServiceEntry service, String why) {
    return new NoConnection(source.label(), "svc/" + service, why);
  }

  private void headless(AnswerEnd source, ServiceEntry service, List<ConnectionOutcome> outcomes) {
    ServiceCall call = new ServiceCall(service, Optional.empty(), Optional.empty());
    List<Workload> workloads = backends.workloads(service);
    if (workloads.isEmpty()) {
      outcomes.add(unconnected(source, service, noBackend(service)));
    }
    for (Workload workload : workloads) {
      AnswerEnd pod = new AnswerEnd(workload.pod(), workload.label());
      listing.between(caller(source, pod), pod).forEach(why -> outcomes.add(why.withCall(call)));
    }
  }

  /**
   * Returns the source of a connection to {@code pod}. A workload behind its own headless Service
   * connects to its other replicas.
   */
  private static AnswerEnd caller(AnswerEnd source, AnswerEnd pod) {
    return source.endpoint() instanceof Endpoint.Pod self && source.equals(pod)
        ? new AnswerEnd(
            new Endpoint.Pod(
                self.namespace(),
                "another pod of " + self.name(),
                self.labels(),
                self.namedPorts(),
                self.hostNetwork(),
                self.node(),
                self.addresses()),
            source.label())
        : source;
  }

  private void ports(
      AnswerEnd source,
      ServiceEntry service,
      Service asked,
      List<AnswerEnd> outside,
      List<ConnectionOutcome> outcomes) {
    List<ServicePort> ports =
        service.ports().stream().filter(port -> ServiceRows.isAsked(asked, port)).toList();
    if (ports.isEmpty()) {
      outcomes.add(
          unconnected(source, service, "the Service has no such port: it has " + ports(service)));
    }
    for (ServicePort port : ports) {
      List<Backend> behind = backends.of(service, port);
      if (behind.isEmpty()) {
        outcomes.add(unconnected(source, service, noBackend(service, port)));
      }
      for (Backend backend : behind) {
        Deadline.check();
        outcomes.add(reasons(source, service, port, backend, outside));
      }
    }
  }

  /** Returns the ports of the Service as text. */
  static String ports(ServiceEntry service) {
    return service.ports().isEmpty()
        ? "none"
        : service.ports().stream()
            .map(port -> new Transport.Ported(port.protocol(), port.port()).toString())
            .collect(Collectors.joining(", "));
  }

  private static String noBackend(ServiceEntry service) {
    return switch (service.backing()) {
      case Backing.Selected selected ->
          "no workload of the manifests is behind the Service: " + selected.pods();
      case Backing.Listed listed -> "no manifest lists an address for the Service";
      case Backing.Alias alias -> "only DNS knows what the Service stands for";
    };
  }

  private String noBackend(ServiceEntry service, ServicePort port) {
    return port.target() instanceof ServicePort.Target.Named(String name)
            && !backends.workloads(service).isEmpty()
        ? "no pod behind the Service names a "
            + port.protocol()
            + " port `"
            + name
            + "`, to which its port "
            + port.port()
            + " leads"
        : noBackend(service);
  }

  private PortDecision reasons(
      AnswerEnd source,
      ServiceEntry service,
      ServicePort port,
      Backend backend,
      List<AnswerEnd> outside) {
    Transport transport = new Transport.Ported(port.protocol(), backend.port());
    List<Endpoint> seen =
        source.endpoint() instanceof Endpoint.External client
            ? sources.seen(client, service, outside)
            : List.of(source.endpoint());
    Connection example =
        new DecisiveConnection(permissive, each -> semantics.decideThroughService(each).isAllowed())
            .among(DecisiveConnection.candidates(seen, backend.endpoint(), transport));
    Decision decision = semantics.decideThroughService(example);
    return new PortDecision(
        seenAs(source, example.source()),
        new AnswerEnd(backend.endpoint(), backend.label()),
        ServiceRows.single(port, backend.port()),
        seen,
        example,
        decision,
        Optional.of(new ServiceCall(service, Optional.of(port), Optional.empty())));
  }

  /** Returns {@code source} with the endpoint that policies see, and a label that says so. */
  private static AnswerEnd seenAs(AnswerEnd source, Endpoint seen) {
    return seen.equals(source.endpoint())
        ? source
        : new AnswerEnd(
            seen,
            source.label()
                + switch (seen) {
                  case Endpoint.Node node -> ", seen as a node";
                  case Endpoint.External address -> ", seen as " + address.address();
                  case Endpoint.Pod pod -> "";
                });
  }
}
