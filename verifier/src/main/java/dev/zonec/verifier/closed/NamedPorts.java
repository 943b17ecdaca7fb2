package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The port names that rules ask for, and what pods give them. */
final class NamedPorts {
  private record Name(Protocol protocol, String name) {}

  private final Set<Name> asked = new HashSet<>();

  NamedPorts(Collection<PortClause.Named> clauses) {
    clauses.forEach(clause -> asked.add(new Name(clause.protocol(), clause.name())));
  }

  /** Those of {@code ports} that some rule may ask for by name. */
  List<NamedPort> relevant(List<NamedPort> ports) {
    if (asked.isEmpty() || ports.isEmpty()) {
      return List.of();
    }
    return ports.stream()
        .filter(port -> asked.contains(new Name(port.protocol(), port.name())))
        .distinct()
        .toList();
  }

  /** The single port that {@code named} stands for. */
  static PortClause.Numbered number(NamedPort named) {
    return new PortClause.Numbered(named.protocol(), new PortRange(named.port(), named.port()));
  }

  /** The atoms that {@code clause} stands for at a pod with {@code ports}. */
  static BitSet atoms(PortClause.Named clause, List<NamedPort> ports, PortAtoms atoms) {
    BitSet some = new BitSet();
    for (NamedPort port : ports) {
      if (port.name().equals(clause.name()) && port.protocol() == clause.protocol()) {
        some.set(atoms.indexOf(port.protocol(), port.port()));
      }
    }
    return some;
  }
}
