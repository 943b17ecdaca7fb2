package dev.zonec.model.net;

import java.util.Locale;

/** The protocol of a connection and, if the protocol has ports, the port of the destination. */
public sealed interface Transport {
  /** A protocol with ports. */
  record Ported(Protocol protocol, int port) implements Transport {
    /** Rejects numbers that are not ports. */
    public Ported {
      if (port < 1 || port > 65535) {
        throw new IllegalArgumentException("not a port: " + port);
      }
    }

    @Override
    public String toString() {
      return protocol.name().toLowerCase(Locale.ROOT) + "/" + port;
    }
  }

  /** A protocol that no policy can name, such as ICMP. */
  record Portless(String name) implements Transport {
    @Override
    public String toString() {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}
