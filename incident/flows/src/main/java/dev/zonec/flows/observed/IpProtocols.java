package dev.zonec.flows.observed;

/** Names of IP protocols by their numbers. */
public final class IpProtocols {
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
      case 58 -> "icmpv6";
      case 89 -> "ospf";
      case 112 -> "vrrp";
      case 132 -> "sctp";
      default -> "ip-proto-" + number;
    };
  }
}
