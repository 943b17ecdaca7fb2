package dev.zonec.model.net;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;

/**
 * An address block: all addresses with a common prefix.
 *
 * @param address the lowest address; no bit beyond the prefix is set
 * @param prefix the length of the prefix in bits
 */
public record Cidr(IpAddress address, int prefix) implements Comparable<Cidr> {
  /** Rejects a prefix that is too long, and an address with bits beyond the prefix. */
  public Cidr {
    if (prefix < 0 || prefix > address.family().bits()) {
      throw new IllegalArgumentException("no such prefix length: " + prefix);
    }
    if (!masked(address, prefix).equals(address)) {
      throw new IllegalArgumentException(
          "bits are set beyond the prefix: " + address + "/" + prefix);
    }
  }

  /** Parses a block and clears the bits beyond the prefix; empty if {@code text} is not a block. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String length = text.substring(slash + 1);
    boolean digits =
        !length.isEmpty()
            && length.length() <= 3
            && length.chars().allMatch(c -> c >= '0' && c <= '9')
            && !(length.length() > 1 && length.charAt(0) == '0');
    if (!digits) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(length);
    return IpAddress.parse(text.substring(0, slash))
        .filter(address -> prefix <= address.family().bits())
        .map(address -> new Cidr(masked(address, prefix), prefix));
  }

  /**
   * Parses a block and clears the bits beyond the prefix.
   *
   * @throws IllegalArgumentException if {@code text} is not a block
   */
  public static Cidr of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a CIDR: " + text));
  }

  /** Returns the block that contains only {@code address}. */
  public static Cidr only(IpAddress address) {
    return new Cidr(address, address.family().bits());
  }

  private static IpAddress masked(IpAddress address, int prefix) {
    int free = address.family().bits() - prefix;
    return new IpAddress(address.family(), address.value().shiftRight(free).shiftLeft(free));
  }

  /** Returns the address family. */
  public Family family() {
    return address.family();
  }

  /** Returns the lowest address as a number. */
  public BigInteger first() {
    return address.value();
  }

  /** Returns the highest address as a number. */
  public BigInteger last() {
    int free = family().bits() - prefix;
    return address.value().or(BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE));
  }

  /** Whether the block contains {@code other}, an address of any family. */
  public boolean contains(IpAddress other) {
    return other.family() == family()
        && other.value().compareTo(first()) >= 0
        && other.value().compareTo(last()) <= 0;
  }

  /** Whether the block contains every address of {@code other}. */
  public boolean contains(Cidr other) {
    return other.prefix >= prefix && contains(other.address);
  }

  /** Whether the blocks have an address in common. In this case, one contains the other. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  @Override
  public int compareTo(Cidr other) {
    return Comparator.comparing(Cidr::address).thenComparingInt(Cidr::prefix).compare(this, other);
  }

  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
