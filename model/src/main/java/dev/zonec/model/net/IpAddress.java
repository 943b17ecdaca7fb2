package dev.zonec.model.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An IP address.
 *
 * @param family the address family
 * @param value the address as an unsigned number
 */
public record IpAddress(Family family, BigInteger value) implements Comparable<IpAddress> {
  /** Rejects numbers that need more bits than the family has. */
  public IpAddress {
    if (value.signum() < 0 || value.bitLength() > family.bits()) {
      throw new IllegalArgumentException("not an address of " + family + ": " + value);
    }
  }

  /**
   * Parses an address; empty if {@code text} is not one. An IPv4 address with leading zeros is not
   * accepted.
   */
  public static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
  }

  /**
   * Parses an address.
   *
   * @throws IllegalArgumentException if {@code text} is not an address
   */
  public static IpAddress of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
  }

  private static Optional<IpAddress> parseV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    long value = 0;
    for (String part : parts) {
      boolean digits =
          !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(IpAddress::isDigit);
      if (!digits || (part.length() > 1 && part.charAt(0) == '0') || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      value = value << 8 | Integer.parseInt(part);
    }
    return Optional.of(new IpAddress(Family.IPV4, BigInteger.valueOf(value)));
  }

  private static Optional<IpAddress> parseV6(String text) {
    String body = text;
    List<Integer> tail = new ArrayList<>();
    int lastColon = text.lastIndexOf(':');
    if (text.indexOf('.') >= 0) {
      Optional<IpAddress> v4 = parseV4(text.substring(lastColon + 1));
      if (v4.isEmpty()) {
        return Optional.empty();
      }
      long value = v4.get().value().longValueExact();
      tail.add((int) (value >> 16));
      tail.add((int) (value & 0xffff));
      body = text.substring(0, lastColon + 1);
      body = body.endsWith("::") ? body : body.substring(0, body.length() - 1);
    }
    int gap = body.indexOf("::");
    if (gap >= 0 && body.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    Optional<List<Integer>> high = groups(gap >= 0 ? body.substring(0, gap) : body);
    Optional<List<Integer>> low = groups(gap >= 0 ? body.substring(gap + 2) : "");
    if (high.isEmpty() || low.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(high.get());
    int missing = 8 - high.get().size() - low.get().size() - tail.size();
    if (gap >= 0 ? missing < 1 : missing != 0) {
      return Optional.empty();
    }
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(low.get());
    all.addAll(tail);
    BigInteger value = BigInteger.ZERO;
    for (int group : all) {
      value = value.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return Optional.of(new IpAddress(Family.IPV6, value));
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    for (String group : text.split(":", -1)) {
      boolean hex =
          !group.isEmpty() && group.length() <= 4 && group.chars().allMatch(IpAddress::isHex);
      if (!hex) {
        return Optional.empty();
      }
      groups.add(Integer.parseInt(group, 16));
    }
    return Optional.of(groups);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  @Override
  public int compareTo(IpAddress other) {
    int byFamily = family.compareTo(other.family);
    return byFamily != 0 ? byFamily : value.compareTo(other.value);
  }

  /** Returns the standard form: dotted decimals, or the form of RFC 5952. */
  @Override
  public String toString() {
    return switch (family) {
      case IPV4 -> {
        long v = value.longValueExact();
        yield (v >> 24) + "." + (v >> 16 & 255) + "." + (v >> 8 & 255) + "." + (v & 255);
      }
      case IPV6 -> formatV6();
    };
  }

  private String formatV6() {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = value.shiftRight(16 * (7 - i)).intValue() & 0xffff;
    }
    int bestStart = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > bestLength) {
        bestStart = i;
        bestLength = end - i;
      }
      i = Math.max(i, end);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == bestStart) {
        out.append("::");
        i += bestLength - 1;
      } else {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ':') {
          out.append(':');
        }
        out.append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
