package dev.zonec.model.net;

/** Ports of one protocol. */
public sealed interface PortClause {
  /** Returns the protocol. */
  Protocol protocol();

  /** Returns the numbers that the ports can have. A port with a name can have any number. */
  default PortRange numbers() {
    return this instanceof Numbered(Protocol protocol, PortRange range) ? range : PortRange.ALL;
  }

  /** Every port of the protocol. */
  record AllPorts(Protocol protocol) implements PortClause {
    @Override
    public String toString() {
      return PortClause.word(protocol);
    }
  }

  /** The ports of a range. */
  record Numbered(Protocol protocol, PortRange range) implements PortClause {
    @Override
    public String toString() {
      return PortClause.word(protocol) + "/" + range;
    }
  }

  /** The port of the destination pod that has this name, whichever number it is. */
  record Named(Protocol protocol, String name) implements PortClause {
    @Override
    public String toString() {
      return PortClause.word(protocol) + "/\"" + name + "\"";
    }
  }

  private static String word(Protocol protocol) {
    return protocol.name().toLowerCase(java.util.Locale.ROOT);
  }
}
