package dev.zonec.verifier.closed;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.quotient.AddressAtoms;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which units have their address in a block.
 *
 * <p>Where an address is not known it may be any that the cluster leaves possible: the block may
 * hold it if it overlaps those, and must hold it if it holds them all. Of several known addresses
 * one may be in the block, and all must be.
 */
final class BlockSets {
  /**
   * Who has its address in a block.
   *
   * @param addresses the addresses themselves
   * @param pods the pods with an address of their own
   * @param hosts the nodes, and the pods on their network
   */
  record Held(Ints addresses, Ints pods, Ints hosts) {}

  private final Units units;
  private final Map<Family, AddressAtoms> atoms;
  private final Map<Family, List<Ints>> known = new EnumMap<>(Family.class);
  private final Map<Family, Ints> unknown = new EnumMap<>(Family.class);
  private final Map<Family, BitSet> ofPods = new EnumMap<>(Family.class);
  private final Map<Family, BitSet> ofNodes = new EnumMap<>(Family.class);

  BlockSets(Units units, Map<Family, AddressAtoms> atoms, Cluster cluster) {
    this.units = units;
    this.atoms = atoms;
    atoms.forEach(
        (family, some) -> {
          ofPods.put(family, some.indexesIn(cluster.podAddresses(family)));
          ofNodes.put(family, some.indexesIn(cluster.nodeAddresses(family)));
          index(family, some);
        });
  }

  private void index(Family family, AddressAtoms some) {
    List<Ints> byAtom =
        new java.util.ArrayList<>(java.util.Collections.nCopies(some.size(), Ints.NONE));
    Ints withNone = new Ints();
    for (int u = 0; u < units.size(); u++) {
      List<Integer> of = units.get(u).atoms(family);
      for (int atom : of) {
        if (byAtom.get(atom) == Ints.NONE) {
          byAtom.set(atom, new Ints());
        }
        byAtom.get(atom).add(u);
      }
      if (of.isEmpty() && units.get(u).kind() != Unit.Kind.ADDRESS) {
        withNone.add(u);
      }
    }
    known.put(family, byAtom);
    unknown.put(family, withNone);
  }

  /**
   * Who, with an address of {@code family}, may be held by one of {@code blocks} if {@code
   * permissive}, else who must be held by them together.
   */
  Held in(List<IpBlock> blocks, Family family, boolean permissive) {
    BitSet held = ofFamily(atoms, family).indexesIn(AddressSet.of(family, blocks));
    Held found = new Held(new Ints(), new Ints(), new Ints());
    Map<Integer, Integer> partly = new HashMap<>();
    List<Ints> byAtom = ofFamily(known, family);
    for (int atom = held.nextSetBit(0); atom >= 0; atom = held.nextSetBit(atom + 1)) {
      Ints some = byAtom.get(atom);
      for (int i = 0; i < some.size(); i++) {
        int u = some.get(i);
        int needed = permissive ? 1 : units.get(u).atoms(family).size();
        int met = needed == 1 && units.get(u).atoms(family).size() == 1 ? 1 : partly(partly, u);
        if (met == needed) {
          add(u, found);
        }
      }
    }
    addUnknown(held, family, permissive, found);
    return found;
  }

  private static int partly(Map<Integer, Integer> counts, int unit) {
    int count = counts.getOrDefault(unit, 0) + 1;
    counts.put(unit, count);
    return count;
  }

  private void addUnknown(BitSet held, Family family, boolean permissive, Held found) {
    boolean pods = matches(held, ofFamily(ofPods, family), permissive);
    boolean nodes = matches(held, ofFamily(ofNodes, family), permissive);
    if (!pods && !nodes) {
      return;
    }
    Ints some = ofFamily(unknown, family);
    for (int i = 0; i < some.size(); i++) {
      if (isHost(units.get(some.get(i))) ? nodes : pods) {
        add(some.get(i), found);
      }
    }
  }

  private static boolean matches(BitSet held, BitSet possible, boolean permissive) {
    if (permissive) {
      return held.intersects(possible);
    }
    BitSet rest = (BitSet) possible.clone();
    rest.andNot(held);
    return !possible.isEmpty() && rest.isEmpty();
  }

  private static boolean isHost(Unit unit) {
    return !unit.isPod() || unit.hostNetwork();
  }

  private void add(int u, Held found) {
    Unit unit = units.get(u);
    if (unit.kind() == Unit.Kind.ADDRESS) {
      found.addresses().add(u);
    } else if (isHost(unit)) {
      found.hosts().add(u);
    } else {
      found.pods().add(u);
    }
  }

  private static <T> T ofFamily(Map<Family, T> values, Family family) {
    return java.util.Objects.requireNonNull(values.get(family));
  }
}
