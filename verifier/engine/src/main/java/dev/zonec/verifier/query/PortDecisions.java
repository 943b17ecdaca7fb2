package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortRanges;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.reach.FamiliarPorts;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the connections of a question one by one, for the reasons of each. */
final class PortDecisions {
  private final ClosedEngine engine;
  private final QueryPorts service;
  private final Semantics semantics;
  private final boolean permissive;

  PortDecisions(ClosedEngine engine, QueryPorts service, Semantics semantics, boolean permissive) {
    this.engine = engine;
    this.service = service;
    this.semantics = semantics;
    this.permissive = permissive;
  }

  /** What is said from {@code from} to {@code to}, a row for each set of reasons. */
  List<PortDecision> between(AnswerEnd from, AnswerEnd to) {
    Map<Decision, BitSet> groups = new LinkedHashMap<>();
    BitSet asked = service.atoms(engine.ports(), to.endpoint());
    for (int atom = asked.nextSetBit(0); atom >= 0; atom = asked.nextSetBit(atom + 1)) {
      Transport transport = engine.ports().ported().get(atom).transport();
      Decision decision =
          semantics.decide(decisiveConnection(from.endpoint(), to.endpoint(), transport));
      groups.computeIfAbsent(decision, d -> new BitSet()).set(atom);
    }
    List<PortDecision> rows = new ArrayList<>();
    groups.forEach(
        (decision, atoms) -> {
          OpenPorts ports = OpenPorts.of(atoms, engine.ports());
          Transport example = example(ports, to.endpoint());
          rows.add(
              new PortDecision(
                  from,
                  to,
                  ports,
                  List.of(from.endpoint()),
                  decisiveConnection(from.endpoint(), to.endpoint(), example),
                  decision,
                  Optional.empty()));
        });
    return rows;
  }

  /** The port among {@code ports} that tells a reader most: one that the destination names. */
  private static Transport example(OpenPorts ports, Endpoint to) {
    if (to instanceof Endpoint.Pod pod) {
      for (NamedPort named : pod.namedPorts()) {
        if (ports.contains(named.protocol(), named.port())) {
          return new Transport.Ported(named.protocol(), named.port());
        }
      }
    }
    Map.Entry<Protocol, PortRanges> first = ports.ranges().entrySet().iterator().next();
    return new Transport.Ported(first.getKey(), FamiliarPorts.in(first.getValue().ranges()));
  }

  /** In the family that decides: under MAY one that is allowed, under MUST one that is not. */
  private Connection decisiveConnection(Endpoint from, Endpoint to, Transport transport) {
    List<Family> families = HopReplay.families(from, to);
    for (Family family : families) {
      Connection connection = new Connection(from, to, family, transport);
      if (semantics.decide(connection).isAllowed() == permissive) {
        return connection;
      }
    }
    return new Connection(from, to, families.getFirst(), transport);
  }
}
