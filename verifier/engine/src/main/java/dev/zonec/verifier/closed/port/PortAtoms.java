package dev.zonec.verifier.closed.port;

import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Divides the ports of each protocol at the boundaries of the port ranges in policies and
 * questions, so that no rule distinguishes two ports of one atom. The last atom stands for all
 * protocols without ports.
 */
public final class PortAtoms {
  /** A range of ports of one protocol. */
  public record Atom(Protocol protocol, PortRange range) {
    /** Returns the first port of the atom. */
    public Transport transport() {
      return new Transport.Ported(protocol, range.first());
    }
  }

  private final List<Atom> atoms;
  private final Map<Protocol, int[]> starts = new EnumMap<>(Protocol.class);
  private final Map<Protocol, Integer> offsets = new EnumMap<>(Protocol.class);

  /**
   * @param clauses the port ranges that atoms must not cross
   */
  public PortAtoms(Collection<PortClause.Numbered> clauses) {
    Map<Protocol, TreeSet<Integer>> cuts = new EnumMap<>(Protocol.class);
    for (Protocol protocol : Protocol.values()) {
      cuts.put(protocol, new TreeSet<>(List.of(PortRange.ALL.first())));
    }
    for (PortClause.Numbered clause : clauses) {
      PortRange range = clause.range();
      TreeSet<Integer> ofProtocol = cuts.getOrDefault(clause.protocol(), new TreeSet<>());
      ofProtocol.add(range.first());
      if (range.last() < PortRange.ALL.last()) {
        ofProtocol.add(range.last() + 1);
      }
    }
    List<Atom> all = new ArrayList<>();
    cuts.forEach(
        (protocol, boundaries) -> {
          int[] first = boundaries.stream().mapToInt(Integer::intValue).toArray();
          starts.put(protocol, first);
          offsets.put(protocol, all.size());
          for (int i = 0; i < first.length; i++) {
            int last = i + 1 < first.length ? first[i + 1] - 1 : PortRange.ALL.last();
            all.add(new Atom(protocol, new PortRange(first[i], last)));
          }
        });
    this.atoms = List.copyOf(all);
  }

  /** Returns the number of atoms, including the atom of protocols without ports. */
  public int size() {
    return atoms.size() + 1;
  }

  /** Returns the atom of protocols without ports. */
  public int portless() {
    return atoms.size();
  }

  /** Returns the atoms of ports, by protocol and number. */
  public List<Atom> ported() {
    return atoms;
  }

  /** Returns the atom that contains {@code transport}. */
  public int indexOf(Transport transport) {
    return switch (transport) {
      case Transport.Portless portless -> portless();
      case Transport.Ported(Protocol protocol, int port) -> indexOf(protocol, port);
    };
  }

  /** Returns the atom that contains {@code port} of {@code protocol}. */
  public int indexOf(Protocol protocol, int port) {
    int found = Arrays.binarySearch(starts.getOrDefault(protocol, new int[0]), port);
    return offsets.getOrDefault(protocol, 0) + (found >= 0 ? found : -found - 2);
  }

  /** Returns all atoms of ports. */
  public BitSet allPorted() {
    BitSet all = new BitSet();
    all.set(0, atoms.size());
    return all;
  }

  /** Returns the atoms of {@code protocol}. */
  public BitSet of(Protocol protocol) {
    return of(protocol, PortRange.ALL);
  }

  /**
   * Returns the atoms of {@code range}, which must be one of the ranges given to the constructor,
   * or all ports.
   */
  public BitSet of(Protocol protocol, PortRange range) {
    BitSet found = new BitSet();
    found.set(indexOf(protocol, range.first()), indexOf(protocol, range.last()) + 1);
    return found;
  }
}
