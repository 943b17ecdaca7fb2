package dev.zonec.model.net;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;

/**
 * All addresses that share a prefix.
 *
 * @param address the lowest of them: no bit beyond the prefix is set
 * @param prefix the number of leading bits that they share
 */
public record Cidr(IpAddress address, int prefix) implements Comparable<Cidr> {
  /** Refuses a prefix that is too long and an address with bits beyond it. */
  public Cidr {
    if (prefix < 0 || prefix > address.family().bits()) {
      throw new IllegalArgumentException("no such prefix length: " + prefix);
    }
    if (!masked(address, prefix).equals(address)) {
      throw new IllegalArgumentException(
          "bits are set beyond the prefix: " + address + "/" + prefix);
    }
  }

  /** The block that {@code text} writes, the bits beyond the prefix cleared; or none. */
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
   * The block that {@code text} writes, the bits beyond the prefix cleared.
   *
   * @throws IllegalArgumentException if it writes none
   */
  public static Cidr of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a CIDR: " + text));
  }

  /** The block of {@code address} and no other. */
  public static Cidr only(IpAddress address) {
    return new Cidr(address, address.family().bits());
  }

  private static IpAddress masked(IpAddress address, int prefix) {
    int free = address.family().bits() - prefix;
    return new IpAddress(address.family(), address.value().shiftRight(free).shiftLeft(free));
  }

  /** Its family. */
  public Family family() {
    return address.family();
  }

  /** The lowest address, as a number. */
  public BigInteger first() {
    return address.value();
  }

  /** The highest address, as a number. */
  public BigInteger last() {
    int free = family().bits() - prefix;
    return address.value().or(BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE));
  }

  /** Whether {@code other} lies in this block; never across families. */
  public boolean contains(IpAddress other) {
    return other.family() == family()
        && other.value().compareTo(first()) >= 0
        && other.value().compareTo(last()) <= 0;
  }

  /** Whether every address of {@code other} lies in this block. */
  public boolean contains(Cidr other) {
    return other.prefix >= prefix && contains(other.address);
  }

  /** Whether some address lies in both; then one block contains the other. */
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
