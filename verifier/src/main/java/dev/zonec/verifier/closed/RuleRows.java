package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.policy.PolicyPort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is let pass on which ports: rules, those with the same ports in one. */
final class RuleRows {
  private final PortAtoms atoms;
  private final boolean portless;
  private final Map<BitSet, List<long[]>> rows = new LinkedHashMap<>();

  /**
   * @param portless whether a rule about every port is about protocols without ports too
   */
  RuleRows(PortAtoms atoms, boolean portless) {
    this.atoms = atoms;
    this.portless = portless;
  }

  /** Adds a rule whose names are those of the other ends. */
  void add(long[] peers, List<PolicyPort> ports, NamedRows names) {
    add(peers, numbers(ports));
    for (PolicyPort port : ports) {
      if (port.clause() instanceof PortClause.Named named) {
        names
            .of(named)
            .forEach(
                (atom, having) -> {
                  long[] both = peers.clone();
                  BitRow.and(both, having);
                  BitSet one = new BitSet();
                  one.set(atom);
                  add(both, one);
                });
      }
    }
  }

  /** Adds a rule whose names are those of the pods it governs, which are {@code own}. */
  void add(long[] peers, List<PolicyPort> ports, List<NamedPort> own) {
    BitSet some = numbers(ports);
    for (PolicyPort port : ports) {
      if (port.clause() instanceof PortClause.Named named) {
        some.or(NamedPorts.atoms(named, own, atoms));
      }
    }
    add(peers, some);
  }

  private BitSet numbers(List<PolicyPort> ports) {
    if (ports.isEmpty()) {
      BitSet all = atoms.allPorted();
      all.set(atoms.portless(), portless);
      return all;
    }
    BitSet some = new BitSet();
    for (PolicyPort port : ports) {
      switch (port.clause()) {
        case PortClause.AllPorts(Protocol protocol) -> some.or(atoms.of(protocol));
        case PortClause.Numbered(Protocol protocol, PortRange range) ->
            some.or(atoms.of(protocol, range));
        case PortClause.Named named -> {}
      }
    }
    return some;
  }

  private void add(long[] peers, BitSet ports) {
    if (!ports.isEmpty()) {
      rows.computeIfAbsent(ports, p -> new ArrayList<>()).add(peers);
    }
  }

  /** The sets of ports of all rules. */
  List<BitSet> portSets() {
    return List.copyOf(rows.keySet());
  }

  /** Who is let pass on {@code atom}. Not to be changed: it may be a row that was given. */
  long[] row(int atom, int classes) {
    List<long[]> some = new ArrayList<>();
    rows.forEach(
        (ports, given) -> {
          if (ports.get(atom)) {
            some.addAll(given);
          }
        });
    if (some.size() == 1) {
      return some.getFirst();
    }
    long[] row = BitRow.empty(classes);
    some.forEach(given -> BitRow.or(row, given));
    return row;
  }
}
