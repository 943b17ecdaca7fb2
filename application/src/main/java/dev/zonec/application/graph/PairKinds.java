package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortRanges;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Divides the ports between two ends by what the program declares and what the policies allow. The
 * intent of the program decides what is declared; each range of ports that no flow and no answer
 * divides is asked for once.
 *
 * @param program the program, or an empty one, which declares nothing and governs nothing
 */
record PairKinds(ZoneProgram program) {
  /** Returns the ports of each kind that is not empty. */
  Map<EdgeKind, OpenPorts> of(AnswerEnd from, AnswerEnd to, OpenPorts allowed) {
    Map<EdgeKind, OpenPorts> kinds = new EnumMap<>(EdgeKind.class);
    Intent intent = new Intent(program);
    Connection any = connection(from, to, Protocol.TCP, 1);
    if (!intent.concerns(any)) {
      if (!allowed.isEmpty()) {
        kinds.put(EdgeKind.ALLOWED, allowed);
      }
      return kinds;
    }
    List<Flow> flows =
        program.flows().stream()
            .filter(flow -> flow.from().contains(from.endpoint()))
            .filter(flow -> flow.to().contains(to.endpoint()))
            .toList();
    Map<EdgeKind, Map<Protocol, List<PortRange>>> ranges = new EnumMap<>(EdgeKind.class);
    for (Protocol protocol : Protocol.values()) {
      List<Integer> starts = List.copyOf(starts(protocol, to.endpoint(), flows, allowed));
      for (int i = 0; i + 1 < starts.size(); i++) {
        PortRange range = new PortRange(starts.get(i), starts.get(i + 1) - 1);
        Connection connection = connection(from, to, protocol, range.first());
        boolean declared = intent.declares(connection);
        boolean open = allowed.contains(protocol, range.first());
        boolean flow = flows.stream().anyMatch(each -> Intent.covers(each, connection));
        if (open || (declared && flow)) {
          boolean implied =
              flow && flows.stream().noneMatch(f -> !f.implied() && Intent.covers(f, connection));
          EdgeKind kind =
              !open
                  ? EdgeKind.BLOCKED
                  : !declared
                      ? EdgeKind.UNDECLARED
                      : implied ? EdgeKind.IMPLIED : EdgeKind.DECLARED;
          ranges
              .computeIfAbsent(kind, k -> new EnumMap<>(Protocol.class))
              .computeIfAbsent(protocol, p -> new ArrayList<>())
              .add(range);
        }
      }
    }
    ranges.forEach((kind, some) -> kinds.put(kind, OpenPorts.of(some)));
    return kinds;
  }

  private static Connection connection(AnswerEnd from, AnswerEnd to, Protocol protocol, int port) {
    return new Connection(
        from.endpoint(),
        to.endpoint(),
        Connection.families(from.endpoint(), to.endpoint()).getFirst(),
        new Transport.Ported(protocol, port));
  }

  /** Returns the first port of each range, and the number after the last port. */
  private static TreeSet<Integer> starts(
      Protocol protocol, Endpoint to, List<Flow> flows, OpenPorts allowed) {
    TreeSet<Integer> starts = new TreeSet<>();
    add(PortRange.ALL, starts);
    PortRanges open = allowed.ranges().get(protocol);
    if (open != null) {
      open.ranges().forEach(range -> add(range, starts));
    }
    for (Flow flow : flows) {
      if (flow.service() instanceof Service.Listed(var clauses)) {
        for (PortClause clause : clauses) {
          switch (clause) {
            case PortClause.AllPorts all -> {}
            case PortClause.Numbered numbered -> add(numbered.range(), starts);
            case PortClause.Named named -> addNamed(to, named, starts);
          }
        }
      }
    }
    return starts;
  }

  private static void addNamed(Endpoint to, PortClause.Named named, TreeSet<Integer> starts) {
    if (to instanceof Endpoint.Pod pod) {
      for (NamedPort port : pod.namedPorts()) {
        if (port.name().equals(named.name())) {
          add(new PortRange(port.port(), port.port()), starts);
        }
      }
    }
  }

  private static void add(PortRange range, TreeSet<Integer> starts) {
    starts.add(range.first());
    starts.add(range.last() + 1);
  }
}
