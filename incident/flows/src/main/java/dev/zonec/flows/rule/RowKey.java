package dev.zonec.flows.rule;

import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.observed.Outcome;
import java.io.Serializable;

/**
 * What the flows of a row have in common.
 *
 * @param kind what they are
 * @param doubt why they are not judged; {@link Doubt#NONE} unless the kind is {@code DOUBTFUL}
 * @param from the source
 * @param to the destination
 * @param transport the protocol and the port, such as {@code tcp/443}
 * @param outcome what the log says about their fate
 * @param oriented whether the log shows that {@code from} opened them
 */
public record RowKey(
    RowKind kind,
    Doubt doubt,
    FlowEnd from,
    FlowEnd to,
    String transport,
    Outcome outcome,
    boolean oriented)
    implements Serializable {
  private static final String OTHER_PORTS = "/other";
  private static final String OTHER_PROTOCOLS = "other protocols";

  /** Uses the names of the ends only, which nearly always tell them apart. */
  @Override
  @SuppressWarnings("EnumOrdinal") // The hash code of a constant differs in every run.
  public int hashCode() {
    int ends = 31 * from.name().hashCode() + to.name().hashCode();
    int kinds = (kind.ordinal() << 16) + (doubt.ordinal() << 8) + outcome.ordinal();
    return 31 * (31 * ends + transport.hashCode()) + 2 * kinds + (oriented ? 1 : 0);
  }

  /** Returns the key that further flows of a source share when it has too many rows. */
  RowKey sharedInSource() {
    FlowEnd shared = to.kind() == FlowEnd.Kind.WORKLOAD ? to : to.others();
    return new RowKey(kind, doubt, from, shared, sharedTransport(), outcome, oriented);
  }

  /** Returns the key that flows of all sources share when there are too many rows. */
  public RowKey sharedByAll() {
    return new RowKey(
        kind, doubt, from.others(), to.others(), sharedTransport(), outcome, oriented);
  }

  private String sharedTransport() {
    int slash = transport.indexOf('/');
    String protocol = slash < 0 ? transport : transport.substring(0, slash);
    return switch (protocol) {
      case "tcp", "udp", "sctp", "icmp", "icmpv6" -> slash < 0 ? protocol : protocol + OTHER_PORTS;
      default -> OTHER_PROTOCOLS;
    };
  }

  /** Whether flows with different ends, ports or protocols share the row. */
  public boolean isShared() {
    return from.isShared()
        || to.isShared()
        || transport.endsWith(OTHER_PORTS)
        || transport.equals(OTHER_PROTOCOLS);
  }
}
