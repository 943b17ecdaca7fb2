package dev.zonec.flows.pcap;

import dev.zonec.flows.observed.IpProtocols;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Decodes the headers of packets, down to the packet that a tunnel carries. */
final class PacketDecoder {
  private static final int DEEPEST = 8;
  private static final int VXLAN = 4789;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int SYN_ACK = 0x12;
  private static final int GENEVE = 6081;

  private PacketDecoder() {}

  /**
   * @param link the type of the link layer, as capture files number it
   */
  static Decoding decode(int link, ByteView data) {
    return switch (link) {
      case 1 -> ethernet(data, 0);
      case 0, 108 -> data.has(4) ? ip(data.from(4), 0) : cut("link");
      case 12, 14, 101, 228, 229 -> ip(data, 0);
      case 113 -> data.has(16) ? typed(data.u16(14), data.from(16), 0) : cut("link");
      case 276 -> data.has(20) ? typed(data.u16(0), data.from(20), 0) : cut("link");
      default -> new Decoding.Other("packet of link type " + link);
    };
  }

  private static Decoding cut(String header) {
    return new Decoding.Damaged("the packet ends in its " + header + " header");
  }

  private static Decoding ethernet(ByteView data, int depth) {
    return data.has(14) ? typed(data.u16(12), data.from(14), depth) : cut("Ethernet");
  }

  private static Decoding typed(int type, ByteView data, int depth) {
    if (depth > DEEPEST) {
      return new Decoding.Damaged("too many headers");
    }
    return switch (type) {
      case 0x0800, 0x86dd -> ip(data, depth + 1);
      case 0x8100, 0x88a8, 0x9100 ->
          data.has(4) ? typed(data.u16(2), data.from(4), depth + 1) : cut("VLAN");
      case 0x8847, 0x8848 -> mpls(data, depth);
      case 0x0806 -> new Decoding.Other("ARP packet");
      default -> new Decoding.Other("packet that is not IP");
    };
  }

  private static Decoding mpls(ByteView data, int depth) {
    ByteView rest = data;
    while (rest.has(4)) {
      boolean last = (rest.u8(2) & 1) == 1;
      rest = rest.from(4);
      if (last) {
        return ip(rest, depth + 1);
      }
    }
    return cut("MPLS");
  }

  private static Decoding ip(ByteView data, int depth) {
    if (depth > DEEPEST) {
      return new Decoding.Damaged("too many headers");
    }
    return switch (data.u8(0) >> 4) {
      case 4 -> ipv4(data, depth);
      case 6 -> ipv6(data, depth);
      default -> new Decoding.Damaged("the IP version is neither 4 nor 6");
    };
  }

  private static Decoding ipv4(ByteView data, int depth) {
    int header = (data.u8(0) & 15) * 4;
    if (header < 20 || !data.has(header)) {
      return cut("IPv4");
    }
    int length = data.u16(2);
    ByteView payload = length >= header ? data.first(length).from(header) : data.from(header);
    boolean later = (data.u16(6) & 0x1fff) != 0;
    String from = address(data, 12, 4);
    String to = address(data, 16, 4);
    return later
        ? new Decoding.Other("later fragment of a packet")
        : payload(data.u8(9), payload, from, to, Math.max(length, header), depth);
  }

  private static Decoding ipv6(ByteView data, int depth) {
    if (!data.has(40)) {
      return cut("IPv6");
    }
    int length = 40 + data.u16(4);
    ByteView rest = data.first(length).from(40);
    int next = data.u8(6);
    for (int headers = 0; headers < DEEPEST; headers++) {
      boolean fragment = next == 44;
      if (fragment && (rest.u16(2) & 0xfff8) != 0) {
        return new Decoding.Other("later fragment of a packet");
      }
      if (!fragment && next != 0 && next != 43 && next != 60 && next != 51) {
        break;
      }
      int size = fragment ? 8 : next == 51 ? (rest.u8(1) + 2) * 4 : (rest.u8(1) + 1) * 8;
      if (!rest.has(size)) {
        return cut("IPv6 extension");
      }
      next = rest.u8(0);
      rest = rest.from(size);
    }
    return payload(next, rest, address(data, 8, 16), address(data, 24, 16), length, depth);
  }

  private static Decoding payload(
      int number, ByteView data, String from, String to, int length, int depth) {
    String name = IpProtocols.name(number);
    return switch (number) {
      case 4, 41 -> ip(data, depth + 1);
      case 6 -> {
        if (!data.has(14)) {
          yield cut("TCP");
        }
        yield packet(name, data, from, to, tcpRole(data.u8(13)), length);
      }
      case 17 -> {
        if (!data.has(8)) {
          yield cut("UDP");
        }
        yield carried(data, depth, packet(name, data, from, to, Packet.Role.OTHER, length));
      }
      case 132 -> {
        if (!data.has(12)) {
          yield cut("SCTP");
        }
        int chunk = data.has(13) ? data.u8(12) : 0;
        Packet.Role role =
            switch (chunk) {
              case 1 -> Packet.Role.OPENS;
              case 2 -> Packet.Role.ACCEPTS;
              case 6 -> Packet.Role.RESETS;
              default -> Packet.Role.OTHER;
            };
        yield packet(name, data, from, to, role, length);
      }
      default -> new Decoding.Decoded(new Packet(from, to, name, 0, 0, Packet.Role.OTHER, length));
    };
  }

  private static Packet.Role tcpRole(int flags) {
    if ((flags & RST) != 0) {
      return Packet.Role.RESETS;
    }
    return switch (flags & SYN_ACK) {
      case SYN -> Packet.Role.OPENS;
      case SYN_ACK -> Packet.Role.ACCEPTS;
      default -> Packet.Role.OTHER;
    };
  }

  /** Returns the packet that a UDP packet of a tunnel carries, or {@code outer} itself. */
  private static Decoding carried(ByteView data, int depth, Decoding outer) {
    int port = data.u16(2);
    if (port == VXLAN && data.has(8 + 8 + 14)) {
      Decoding inner = ethernet(data.from(16), depth + 1);
      return inner instanceof Decoding.Damaged ? outer : inner;
    }
    if (port == GENEVE && data.has(8 + 8)) {
      int options = (data.u8(8) & 0x3f) * 4;
      ByteView inside = data.from(16 + options);
      Decoding inner =
          data.u16(10) == 0x6558
              ? ethernet(inside, depth + 1)
              : typed(data.u16(10), inside, depth + 1);
      return inner instanceof Decoding.Damaged ? outer : inner;
    }
    return outer;
  }

  private static Decoding packet(
      String name, ByteView data, String from, String to, Packet.Role role, int length) {
    return new Decoding.Decoded(new Packet(from, to, name, data.u16(0), data.u16(2), role, length));
  }

  private static String address(ByteView data, int at, int size) {
    byte[] raw = data.copy(at, size);
    if (size == 4) {
      return data.u8(at) + "." + data.u8(at + 1) + "." + data.u8(at + 2) + "." + data.u8(at + 3);
    }
    try {
      @Nullable String text = InetAddress.getByAddress(raw).getHostAddress();
      return text == null ? "" : text;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an address", e);
    }
  }
}
