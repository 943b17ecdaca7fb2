package dev.zonec.verifier.closed;

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
 * Ports, cut where some range begins or ends: no rule tells two ports of one atom apart. The last
 * atom is all protocols without ports.
 */
public final class PortAtoms {
  /** Ports of one protocol. */
  public record Atom(Protocol protocol, PortRange range) {
    /** A port of the atom. */
    public Transport transport() {
      return new Transport.Ported(protocol, range.first());
    }
  }

  private final List<Atom> atoms;
  private final Map<Protocol, int[]> starts = new EnumMap<>(Protocol.class);
  private final Map<Protocol, Integer> offsets = new EnumMap<>(Protocol.class);

  /**
   * @param clauses the ranges that are told apart; names are no ranges
   */
  PortAtoms(Collection<PortClause.Numbered> clauses) {
    Map<Protocol, TreeSet<Integer>> cuts = new EnumMap<>(Protocol.class);
    for (Protocol protocol : Protocol.values()) {
      cuts.put(protocol, new TreeSet<>(List.of(PortRange.ALL.first())));
    }
    for (PortClause.Numbered clause : clauses) {
      PortRange range = clause.range();
      TreeSet<Integer> some = cuts.getOrDefault(clause.protocol(), new TreeSet<>());
      some.add(range.first());
      if (range.last() < PortRange.ALL.last()) {
        some.add(range.last() + 1);
      }
    }
    List<Atom> all = new ArrayList<>();
    cuts.forEach(
        (protocol, some) -> {
          int[] first = some.stream().mapToInt(Integer::intValue).toArray();
          starts.put(protocol, first);
          offsets.put(protocol, all.size());
          for (int i = 0; i < first.length; i++) {
            int last = i + 1 < first.length ? first[i + 1] - 1 : PortRange.ALL.last();
            all.add(new Atom(protocol, new PortRange(first[i], last)));
          }
        });
    this.atoms = List.copyOf(all);
  }

  /** How many atoms there are, the one of protocols without ports among them. */
  public int size() {
    return atoms.size() + 1;
  }

  /** The atom of protocols without ports. */
  public int portless() {
    return atoms.size();
  }

  /** Every atom of ports, by protocol and number. */
  public List<Atom> ported() {
    return atoms;
  }

  /** The atom that {@code transport} is in. */
  public int indexOf(Transport transport) {
    return switch (transport) {
      case Transport.Portless portless -> portless();
      case Transport.Ported(Protocol protocol, int port) -> indexOf(protocol, port);
    };
  }

  int indexOf(Protocol protocol, int port) {
    int found = Arrays.binarySearch(starts.getOrDefault(protocol, new int[0]), port);
    return offsets.getOrDefault(protocol, 0) + (found >= 0 ? found : -found - 2);
  }

  /** Every atom of ports. */
  public BitSet allPorted() {
    BitSet all = new BitSet();
    all.set(0, atoms.size());
    return all;
  }

  /** The atoms of {@code protocol}. */
  public BitSet of(Protocol protocol) {
    return of(protocol, PortRange.ALL);
  }

  /** The atoms of {@code range}, which is one of those that the atoms were made for, or all. */
  public BitSet of(Protocol protocol, PortRange range) {
    BitSet some = new BitSet();
    some.set(indexOf(protocol, range.first()), indexOf(protocol, range.last()) + 1);
    return some;
  }
}
