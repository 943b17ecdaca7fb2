package dev.zonec.model.net;

import java.util.Locale;

/** What a connection is carried by. */
public sealed interface Transport {
  /** A protocol with ports, and the destination's port. */
  record Ported(Protocol protocol, int port) implements Transport {
    /** Refuses numbers that are no ports. */
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
