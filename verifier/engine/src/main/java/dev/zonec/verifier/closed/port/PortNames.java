package dev.zonec.verifier.closed.port;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The port names that policies mention, and the port numbers that pods give them. */
public final class PortNames {
  private record Name(Protocol protocol, String name) {}

  private final Set<Name> mentioned = new HashSet<>();

  /** Creates an index of the names in {@code clauses}. */
  public PortNames(Collection<PortClause.Named> clauses) {
    clauses.forEach(clause -> mentioned.add(new Name(clause.protocol(), clause.name())));
  }

  /** Returns the ports whose name and protocol some policy mentions. */
  public List<NamedPort> relevant(List<NamedPort> ports) {
    if (mentioned.isEmpty() || ports.isEmpty()) {
      return List.of();
    }
    return ports.stream()
        .filter(port -> mentioned.contains(new Name(port.protocol(), port.name())))
        .distinct()
        .toList();
  }

  /** Returns the range that contains only the port of {@code named}. */
  public static PortClause.Numbered number(NamedPort named) {
    return new PortClause.Numbered(named.protocol(), new PortRange(named.port(), named.port()));
  }

  /** Returns the atoms that {@code clause} stands for at a pod with {@code ports}. */
  public static BitSet atoms(PortClause.Named clause, List<NamedPort> ports, PortAtoms atoms) {
    BitSet found = new BitSet();
    for (NamedPort port : ports) {
      if (port.name().equals(clause.name()) && port.protocol() == clause.protocol()) {
        found.set(atoms.indexOf(port.protocol(), port.port()));
      }
    }
    return found;
  }
}
