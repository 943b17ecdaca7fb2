package dev.zonec.flows.pcap;

/**
 * What the headers of a packet say.
 *
 * @param from its source address
 * @param to its destination address
 * @param protocol the protocol in lower case
 * @param fromPort the source port; 0 if there is none
 * @param toPort the destination port
 * @param role what it does in its connection
 * @param length the bytes of its payload and headers above the link layer
 */
record Packet(
    String from, String to, String protocol, int fromPort, int toPort, Role role, int length) {
  /** What a packet does in its connection. */
  enum Role {
    /** It asks for a connection. */
    OPENS,
    /** It accepts one. */
    ACCEPTS,
    /** It ends or refuses one at once. */
    RESETS,
    /** Nothing of this. */
    OTHER
  }

  /** Returns a text such as {@code tcp 10.0.0.1:40000 -> 10.0.0.2:80, opens}. */
  String text() {
    String what =
        switch (role) {
          case OPENS -> ", asks for a connection";
          case ACCEPTS -> ", accepts a connection";
          case RESETS -> ", resets a connection";
          case OTHER -> "";
        };
    return protocol
        + " "
        + end(from, fromPort)
        + " -> "
        + end(to, toPort)
        + ", "
        + length
        + " bytes"
        + what;
  }

  private static String end(String address, int port) {
    return port == 0
        ? address
        : address.indexOf(':') >= 0 ? "[" + address + "]:" + port : address + ":" + port;
  }
}
