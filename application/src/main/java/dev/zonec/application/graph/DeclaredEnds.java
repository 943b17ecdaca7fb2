package dev.zonec.application.graph;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out which ends a program declares the same for. */
final class DeclaredEnds {
  private final ZoneProgram program;

  /** The names of ports that flows mention. */
  private final Set<String> names = new HashSet<>();

  DeclaredEnds(ZoneProgram program) {
    this.program = program;
    for (Flow flow : program.flows()) {
      if (flow.service() instanceof Service.Listed(var clauses)) {
        for (PortClause clause : clauses) {
          if (clause instanceof PortClause.Named named) {
            names.add(named.name());
          }
        }
      }
    }
  }

  /**
   * What a program says about an end. It declares the same for two ends of which this is equal.
   *
   * @param zones the numbers of the zones that contain it
   * @param sources the numbers of the flows from it
   * @param destinations the numbers of the flows to it
   * @param ports its ports with names that flows mention
   */
  record Declared(BitSet zones, BitSet sources, BitSet destinations, List<NamedPort> ports) {}

  /** Returns what the program says about {@code end}. */
  Declared of(AnswerEnd end) {
    BitSet zones = new BitSet();
    List<Party.Zone> all = program.zones();
    for (int i = 0; i < all.size(); i++) {
      zones.set(i, all.get(i).contains(end.endpoint()));
    }
    BitSet sources = new BitSet();
    BitSet destinations = new BitSet();
    List<Flow> flows = program.flows();
    for (int i = 0; i < flows.size(); i++) {
      sources.set(i, flows.get(i).from().contains(end.endpoint()));
      destinations.set(i, flows.get(i).to().contains(end.endpoint()));
    }
    List<NamedPort> ports =
        end.endpoint() instanceof Endpoint.Pod pod
            ? pod.namedPorts().stream().filter(port -> names.contains(port.name())).toList()
            : List.of();
    return new Declared(zones, sources, destinations, ports);
  }
}
