package dev.zonec.verifier.quotient;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The addresses of a family, divided into atoms. An atom is an interval such that every given set
 * of addresses contains all or none of its addresses. The family is cut at the first address of
 * each range and at the first address after it.
 *
 * @param family the family
 * @param starts the first address of each atom, in ascending order; the first is zero
 */
public record AddressAtoms(Family family, List<BigInteger> starts) {
  /** Addresses that readers of a report know. */
  private static final List<IpAddress> WELL_KNOWN =
      List.of(
          IpAddress.of("1.1.1.1"),
          IpAddress.of("8.8.8.8"),
          IpAddress.of("2606:4700:4700::1111"),
          IpAddress.of("2001:4860:4860::8888"));

  /** Copies the starts. */
  public AddressAtoms {
    starts = List.copyOf(starts);
  }

  /** Returns the atoms for {@code sets}. */
  public static AddressAtoms of(Family family, Collection<AddressSet> sets) {
    TreeSet<BigInteger> cuts = new TreeSet<>();
    cuts.add(BigInteger.ZERO);
    for (AddressSet set : sets) {
      for (AddressSet.Range range : set.ranges()) {
        cuts.add(range.first());
        BigInteger after = range.last().add(BigInteger.ONE);
        if (after.compareTo(family.last()) <= 0) {
          cuts.add(after);
        }
      }
    }
    return new AddressAtoms(family, new ArrayList<>(cuts));
  }

  /** Returns the number of atoms. */
  public int size() {
    return starts.size();
  }

  /** Returns the first and the last address of atom {@code index}. */
  public AddressSet.Range range(int index) {
    BigInteger last =
        index + 1 < starts.size() ? starts.get(index + 1).subtract(BigInteger.ONE) : family.last();
    return new AddressSet.Range(starts.get(index), last);
  }

  /** Returns the atoms in {@code set}, which must be a union of atoms. */
  public Bits in(AddressSet set) {
    return Bits.of(indexesIn(set));
  }

  /** Returns the indexes of the atoms in {@code set}, which must be a union of atoms. */
  public BitSet indexesIn(AddressSet set) {
    BitSet found = new BitSet();
    for (AddressSet.Range range : set.ranges()) {
      found.set(indexOf(range.first()), indexOf(range.last()) + 1);
    }
    return found;
  }

  /**
   * Returns an address of one of {@code atoms}, which must not be empty. A well-known address is
   * preferred.
   */
  public IpAddress representative(Bits atoms) {
    for (IpAddress known : WELL_KNOWN) {
      if (known.family() == family && atoms.contains(indexOf(known.value()))) {
        return known;
      }
    }
    AddressSet.Range range = range(atoms.first());
    // The first address of a block usually denotes the network, so the second one is clearer.
    BigInteger second = range.first().add(BigInteger.ONE);
    return new IpAddress(family, second.compareTo(range.last()) <= 0 ? second : range.first());
  }

  /** Returns the index of the atom that contains the address with the number {@code value}. */
  public int indexOf(BigInteger value) {
    int found = java.util.Collections.binarySearch(starts, value);
    return found >= 0 ? found : -found - 2;
  }
}
