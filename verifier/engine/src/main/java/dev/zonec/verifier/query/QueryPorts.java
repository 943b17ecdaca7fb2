package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Intent;
import dev.zonec.verifier.closed.port.PortAtoms;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ports that a question asks for. A port name stands for the port numbers that pods of the
 * world give it.
 */
record QueryPorts(Service service) {
  /**
   * Returns the port ranges that the question distinguishes in {@code world}; a port name
   * contributes every number that some pod gives it.
   */
  List<PortClause.Numbered> ranges(World world) {
    Set<PortClause.Numbered> ranges = new LinkedHashSet<>();
    for (PortClause clause : clauses()) {
      switch (clause) {
        case PortClause.AllPorts all -> {}
        case PortClause.Numbered numbered -> ranges.add(numbered);
        case PortClause.Named named -> numbersOf(world, named).forEach(ranges::add);
      }
    }
    return List.copyOf(ranges);
  }

  private static List<PortClause.Numbered> numbersOf(World world, PortClause.Named named) {
    return world.workloads().stream()
        .flatMap(workload -> workload.pod().namedPorts().stream())
        .filter(port -> isNamed(port, named))
        .map(
            port ->
                new PortClause.Numbered(port.protocol(), new PortRange(port.port(), port.port())))
        .distinct()
        .toList();
  }

  private static boolean isNamed(NamedPort port, PortClause.Named named) {
    return port.protocol() == named.protocol() && port.name().equals(named.name());
  }

  /** Returns sets of endpoints that give different numbers to a port name of the question. */
  List<Predicate<Endpoint>> ends(World world) {
    return clauses().stream()
        .filter(PortClause.Named.class::isInstance)
        .map(PortClause.Named.class::cast)
        .flatMap(named -> numbersOf(world, named).stream().map(number -> hasNumber(named, number)))
        .toList();
  }

  private static Predicate<Endpoint> hasNumber(PortClause.Named named, PortClause.Numbered number) {
    return endpoint ->
        endpoint instanceof Endpoint.Pod pod
            && pod.namedPorts().stream()
                .anyMatch(port -> isNamed(port, named) && port.port() == number.range().first());
  }

  private List<PortClause> clauses() {
    return switch (service) {
      case Service.Anything() -> List.of();
      case Service.Listed(var clauses) -> clauses;
    };
  }

  /** Returns the atoms that the question asks for at {@code destination}. */
  BitSet atoms(PortAtoms ports, Endpoint destination) {
    BitSet atoms = new BitSet();
    for (int atom = 0; atom < ports.ported().size(); atom++) {
      atoms.set(atom, Intent.opens(service, ports.ported().get(atom).transport(), destination));
    }
    return atoms;
  }
}
