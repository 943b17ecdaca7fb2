package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Backend;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the connections that Ingresses and routes forward, for each target and each pod behind
 * it. Only the ingress policies of the pod are evaluated, because the pods of the controller are
 * unknown ({@code spec/semantics.md}, "Entrances").
 */
final class EntranceDecisions {
  private final World world;
  private final Semantics semantics;
  private final Reading reading;
  private final Backends backends;
  private final List<Endpoint.Pod> controllers;
  private final Map<ServiceEntry.Id, ServiceEntry> services;

  EntranceDecisions(World world, Semantics semantics, Reading reading) {
    this.world = world;
    this.semantics = semantics;
    this.reading = reading;
    this.backends = new Backends(world);
    this.controllers = UnknownController.pods(world);
    this.services = EntranceRows.services(world);
  }

  /**
   * Returns the outcomes for connections through entrances to {@code to} on the ports of {@code
   * asked}.
   */
  List<ConnectionOutcome> of(List<AnswerEnd> to, Service asked) {
    List<ConnectionOutcome> out = new ArrayList<>();
    for (AnswerEnd end : to) {
      List<ConnectionOutcome> outcomes = new ArrayList<>();
      for (Entrance entrance : world.entrances()) {
        Deadline.check();
        for (Entrance.Target target : entrance.targets()) {
          Optional.ofNullable(services.get(target.id()))
              .ifPresent(service -> add(entrance, target, service, end, asked, outcomes));
        }
      }
      if (outcomes.isEmpty() && end.endpoint() instanceof Endpoint.Pod) {
        String why = "no Ingress or route forwards to it" + (isAny(asked) ? "" : " on such a port");
        outcomes.add(new NoConnection("ingress", end.label(), why));
      }
      out.addAll(outcomes);
    }
    return out;
  }

  private static boolean isAny(Service asked) {
    return asked instanceof Service.Anything;
  }

  private void add(
      Entrance entrance,
      Entrance.Target target,
      ServiceEntry service,
      AnswerEnd end,
      Service asked,
      List<ConnectionOutcome> out) {
    boolean forwards = false;
    for (ServicePort port : service.ports()) {
      for (Backend backend : backends.of(entrance, target, service, port)) {
        forwards = true;
        Transport transport = new Transport.Ported(port.protocol(), backend.port());
        if (backend.endpoint().equals(end.endpoint())
            && Intent.opens(asked, transport, end.endpoint())) {
          Connection example = example(end.endpoint(), transport);
          ServiceCall through = new ServiceCall(service, Optional.of(port), Optional.of(entrance));
          AnswerEnd from = new AnswerEnd(example.source(), "ingress");
          out.add(
              new PortDecision(
                  from,
                  end,
                  ServiceRows.single(port, backend.port()),
                  List.copyOf(controllers),
                  example,
                  semantics.decide(example),
                  Optional.of(through)));
        }
      }
    }
    boolean isBehind =
        backends.workloads(service).stream().anyMatch(w -> w.pod().equals(end.endpoint()));
    if (!forwards && isBehind) {
      out.add(new NoConnection("ingress", end.label(), noPort(entrance, target, service)));
    }
  }

  private static String noPort(Entrance entrance, Entrance.Target target, ServiceEntry service) {
    return entrance
        + " names "
        + target.port()
        + " of Service "
        + service
        + ", which has "
        + ServiceDecisions.ports(service);
  }

  private Connection example(Endpoint to, Transport transport) {
    List<Connection> all = DecisiveConnection.candidates(controllers, to, transport);
    // If all have the same result, prefer one that a rule names, because it explains more.
    return new DecisiveConnection(reading.permissive(), this::isAdmitted)
        .find(all)
        .or(() -> all.stream().filter(this::isNamedByRule).findFirst())
        .orElse(all.getFirst());
  }

  private boolean isNamedByRule(Connection connection) {
    return semantics.nearMisses(connection, Direction.INGRESS).stream()
        .anyMatch(miss -> miss.peer().fits() && !miss.rule().peers().isEmpty());
  }

  private boolean isAdmitted(Connection connection) {
    return switch (semantics.decide(connection)) {
      case Decision.Judged(var egress, var ingress) -> ingress.admits();
      case Decision.SamePod same -> true;
      case Decision.OwnService own -> true;
    };
  }
}
