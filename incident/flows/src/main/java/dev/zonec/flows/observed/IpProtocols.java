package dev.zonec.flows.observed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of IP protocols, by their numbers and as logs write them. */
public final class IpProtocols {
  /** The name of a protocol that the log does not show. */
  public static final String UNKNOWN = "unknown protocol";

  /** Usual names of protocols without ports. */
  private static final Set<String> PORTLESS =
      Set.of(
          "icmp", "igmp", "ipip", "ipv6", "gre", "esp", "ah", "icmpv6", "eigrp", "ospf", "pim",
          "vrrp", "l2tp");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,20}");

  private IpProtocols() {}

  /** Returns the name in lower case, or {@code ip-proto-N} for a protocol without a usual name. */
  public static String name(int number) {
    return switch (number) {
      case 1 -> "icmp";
      case 2 -> "igmp";
      case 4 -> "ipip";
      case 6 -> "tcp";
      case 17 -> "udp";
      case 41 -> "ipv6";
      case 47 -> "gre";
      case 50 -> "esp";
      case 51 -> "ah";
      case 58 -> "icmpv6";
      case 88 -> "eigrp";
      case 89 -> "ospf";
      case 103 -> "pim";
      case 112 -> "vrrp";
      case 115 -> "l2tp";
      case 132 -> "sctp";
      case 136 -> "udplite";
      default -> "ip-proto-" + number;
    };
  }

  /** Returns the name of a protocol that a log writes as a name or as a number. */
  public static String named(String written) {
    switch (written) {
      case "tcp", "TCP", "6" -> {
        return "tcp";
      }
      case "udp", "UDP", "17" -> {
        return "udp";
      }
      default -> {}
    }
    String name = written.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "tcp", "udp", "sctp", "icmp", "icmpv6" -> name;
      case "ipv6-icmp", "icmp6", "icmp-v6" -> "icmpv6";
      default -> other(name);
    };
  }

  private static String other(String name) {
    if (NUMBER.matcher(name).matches()) {
      int number = Integer.parseInt(name);
      return number <= 255 ? name(number) : UNKNOWN;
    }
    return NAME.matcher(name).matches() ? name : UNKNOWN;
  }

  /** Whether the protocol is known, and has no ports. */
  public static boolean isPortless(String name) {
    return PORTLESS.contains(name);
  }
}
