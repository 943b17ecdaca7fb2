package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortRanges;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.reach.WellKnownPorts;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates the connections between two ends with the concrete semantics, for each port that a
 * question asks for.
 */
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

  /**
   * Returns the decisions for connections from {@code from} to {@code to}. Ports with equal
   * decisions are in one element.
   */
  List<PortDecision> between(AnswerEnd from, AnswerEnd to) {
    Map<Decision, BitSet> groups = new LinkedHashMap<>();
    DecisiveConnection decisive =
        new DecisiveConnection(permissive, each -> semantics.decide(each).isAllowed());
    BitSet asked = service.atoms(engine.ports(), to.endpoint());
    for (int atom = asked.nextSetBit(0); atom >= 0; atom = asked.nextSetBit(atom + 1)) {
      Transport transport = engine.ports().ported().get(atom).transport();
      Decision decision = semantics.decide(decisive.among(connections(from, to, transport)));
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
                  decisive.among(connections(from, to, example)),
                  decision,
                  Optional.empty()));
        });
    return rows;
  }

  private static List<Connection> connections(AnswerEnd from, AnswerEnd to, Transport transport) {
    return DecisiveConnection.candidates(List.of(from.endpoint()), to.endpoint(), transport);
  }

  /**
   * Returns the port that explains most to a reader: a named port of the destination, or else a
   * well-known one.
   */
  private static Transport example(OpenPorts ports, Endpoint to) {
    if (to instanceof Endpoint.Pod pod) {
      for (NamedPort named : pod.namedPorts()) {
        if (ports.contains(named.protocol(), named.port())) {
          return new Transport.Ported(named.protocol(), named.port());
        }
      }
    }
    Map.Entry<Protocol, PortRanges> first = ports.ranges().entrySet().iterator().next();
    return new Transport.Ported(first.getKey(), WellKnownPorts.in(first.getValue().ranges()));
  }
}
