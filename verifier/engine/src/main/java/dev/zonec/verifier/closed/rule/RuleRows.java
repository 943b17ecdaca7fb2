package dev.zonec.verifier.closed.rule;

import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Traffic;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.port.PortAtoms;
import dev.zonec.verifier.closed.port.PortNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The classes at the other end that a list of rules matches, for each port atom. Rules with the
 * same set of ports share an entry.
 */
public final class RuleRows {
  private final PortAtoms atoms;
  private final Map<BitSet, List<BitRow>> rows = new LinkedHashMap<>();

  /** Creates an empty list of rules. */
  public RuleRows(PortAtoms atoms) {
    this.atoms = atoms;
  }

  /** Adds an egress rule, whose port names are resolved at its peers. */
  void add(BitRow peers, ChainRule rule, PortNameRows names) {
    add(peers, numbers(rule.traffic()));
    for (PolicyPort port : rule.ports()) {
      if (port.clause() instanceof PortClause.Named named) {
        names
            .of(named)
            .forEach(
                (atom, having) -> {
                  BitRow both = peers.copy();
                  both.and(having);
                  BitSet one = new BitSet();
                  one.set(atom);
                  add(both, one);
                });
      }
    }
  }

  /**
   * Adds an ingress rule, whose port names are resolved at its subject.
   *
   * @param own the named ports of the subject
   * @param counts whether a named port counts
   */
  void add(BitRow peers, ChainRule rule, List<NamedPort> own, Predicate<NamedPort> counts) {
    BitSet found = numbers(rule.traffic());
    for (PolicyPort port : rule.ports()) {
      if (port.clause() instanceof PortClause.Named named) {
        found.or(PortNames.atoms(named, own.stream().filter(counts).toList(), atoms));
      }
    }
    add(peers, found);
  }

  private BitSet numbers(Traffic traffic) {
    return switch (traffic) {
      case Traffic.Everything everything -> {
        BitSet all = atoms.allPorted();
        all.set(atoms.portless());
        yield all;
      }
      case Traffic.EveryPort every -> atoms.allPorted();
      case Traffic.Portless portless -> {
        BitSet one = new BitSet();
        one.set(atoms.portless());
        yield one;
      }
      case Traffic.Listed(List<PolicyPort> ports) -> numbers(ports);
    };
  }

  private BitSet numbers(List<PolicyPort> ports) {
    BitSet found = new BitSet();
    for (PolicyPort port : ports) {
      switch (port.clause()) {
        case PortClause.AllPorts(Protocol protocol) -> found.or(atoms.of(protocol));
        case PortClause.Numbered(Protocol protocol, PortRange range) ->
            found.or(atoms.of(protocol, range));
        case PortClause.Named named -> {}
      }
    }
    return found;
  }

  private void add(BitRow peers, BitSet ports) {
    if (!ports.isEmpty() && !peers.isEmpty()) {
      rows.computeIfAbsent(ports, p -> new ArrayList<>()).add(peers);
    }
  }

  /** Returns the port sets of all rules. */
  public List<BitSet> portSets() {
    return List.copyOf(rows.keySet());
  }

  /**
   * Returns the classes that some rule matches on {@code atom}. The caller must not change the row:
   * it may be one that was added.
   */
  public BitRow row(int atom, int classes) {
    List<BitRow> matching = new ArrayList<>();
    rows.forEach(
        (ports, added) -> {
          if (ports.get(atom)) {
            matching.addAll(added);
          }
        });
    if (matching.size() == 1) {
      return matching.getFirst();
    }
    BitRow row = BitRow.empty(classes);
    matching.forEach(added -> row.or(added));
    return row;
  }
}
