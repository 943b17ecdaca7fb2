package dev.zonec.response.edge;

import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import java.util.Locale;

/** The parts of blocked ports, as firewalls write them. */
final class EdgePorts {
  private EdgePorts() {}

  /** Returns the protocol in lower case. */
  static String protocol(PortClause clause) {
    return clause.protocol().name().toLowerCase(Locale.ROOT);
  }

  static boolean isAll(PortClause clause) {
    return clause instanceof PortClause.AllPorts;
  }

  /** Returns a number, or two with {@code between}. */
  static String range(PortClause clause, String between) {
    PortRange range = clause.numbers();
    return range.first() == range.last()
        ? String.valueOf(range.first())
        : range.first() + between + range.last();
  }
}
