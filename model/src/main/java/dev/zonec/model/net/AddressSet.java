package dev.zonec.model.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of addresses of one family.
 *
 * @param family the address family
 * @param ranges disjoint, ascending and not adjacent ranges
 */
public record AddressSet(Family family, List<Range> ranges) {
  /** The addresses from {@code first} to {@code last}, both included. */
  public record Range(BigInteger first, BigInteger last) {}

  /** Copies the ranges. */
  public AddressSet {
    ranges = List.copyOf(ranges);
  }

  /** Returns all addresses of {@code family}. */
  public static AddressSet all(Family family) {
    return new AddressSet(family, List.of(new Range(BigInteger.ZERO, family.last())));
  }

  /** Returns the addresses of {@code family} in any of {@code blocks}. */
  public static AddressSet of(Family family, Collection<IpBlock> blocks) {
    List<Range> ranges = new ArrayList<>();
    for (IpBlock block : blocks) {
      if (block.cidr().family() == family) {
        AddressSet one = ofCidrs(family, List.of(block.cidr()));
        ranges.addAll(one.minus(ofCidrs(family, block.except())).ranges());
      }
    }
    return new AddressSet(family, normalized(ranges));
  }

  /** Returns the addresses of {@code family} in any of {@code blocks}. */
  public static AddressSet ofCidrs(Family family, Collection<Cidr> blocks) {
    List<Range> ranges = new ArrayList<>();
    for (Cidr block : blocks) {
      if (block.family() == family) {
        ranges.add(new Range(block.first(), block.last()));
      }
    }
    return new AddressSet(family, normalized(ranges));
  }

  /** Returns the smallest list of blocks with exactly these addresses, in ascending order. */
  public List<Cidr> blocks() {
    List<Cidr> out = new ArrayList<>();
    for (Range range : ranges) {
      BigInteger next = range.first();
      while (next.compareTo(range.last()) <= 0) {
        int free = next.signum() == 0 ? family.bits() : next.getLowestSetBit();
        int most = range.last().subtract(next).add(BigInteger.ONE).bitLength() - 1;
        int size = Math.min(free, most);
        out.add(new Cidr(new IpAddress(family, next), family.bits() - size));
        next = next.add(BigInteger.ONE.shiftLeft(size));
      }
    }
    return out;
  }

  private static List<Range> normalized(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(Range::first));
    List<Range> out = new ArrayList<>();
    for (Range range : sorted) {
      if (!out.isEmpty()
          && out.getLast().last().add(BigInteger.ONE).compareTo(range.first()) >= 0) {
        Range before = out.removeLast();
        out.add(new Range(before.first(), before.last().max(range.last())));
      } else {
        out.add(range);
      }
    }
    return out;
  }

  /** Returns the union of both sets. */
  public AddressSet union(AddressSet other) {
    List<Range> both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    return new AddressSet(family, normalized(both));
  }

  /** Returns the addresses of this set that are not in {@code other}. */
  public AddressSet minus(AddressSet other) {
    List<Range> out = new ArrayList<>();
    for (Range range : ranges) {
      BigInteger from = range.first();
      for (Range hole : other.ranges) {
        if (hole.last().compareTo(from) < 0 || hole.first().compareTo(range.last()) > 0) {
          continue;
        }
        if (hole.first().compareTo(from) > 0) {
          out.add(new Range(from, hole.first().subtract(BigInteger.ONE)));
        }
        from = hole.last().add(BigInteger.ONE);
      }
      if (from.compareTo(range.last()) <= 0) {
        out.add(new Range(from, range.last()));
      }
    }
    return new AddressSet(family, out);
  }

  /** Whether the sets have an address in common. */
  public boolean overlaps(AddressSet other) {
    return !minus(other).equals(this);
  }

  /** Whether {@code address} is in the set. */
  public boolean contains(IpAddress address) {
    return address.family() == family
        && ranges.stream()
            .anyMatch(
                r ->
                    r.first().compareTo(address.value()) <= 0
                        && address.value().compareTo(r.last()) <= 0);
  }

  /** Whether the set has no address. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }
}
