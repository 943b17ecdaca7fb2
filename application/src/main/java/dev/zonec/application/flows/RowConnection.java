package dev.zonec.application.flows;

import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import java.util.Locale;
import java.util.Optional;

/**
 * A row in the words of the model, as far as it is known.
 *
 * @param from the source
 * @param to the destination
 * @param transport the protocol and the port
 */
record RowConnection(
    Row row, Optional<Endpoint> from, Optional<Endpoint> to, Optional<Transport> transport) {
  static RowConnection of(Row row, Attribution attribution) {
    RowKey key = row.key();
    return new RowConnection(
        row,
        attribution.endpoint(key.from()),
        attribution.endpoint(key.to()),
        transport(key.transport()));
  }

  private static Optional<Transport> transport(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return text.startsWith("icmp") ? Optional.of(new Transport.Portless(text)) : Optional.empty();
    }
    String port = text.substring(slash + 1);
    if (!port.matches("\\d{1,5}")) {
      return Optional.empty();
    }
    return Optional.of(
        new Transport.Ported(
            Protocol.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT)),
            Integer.parseInt(port)));
  }

  /** Whether both ends, the port and the orientation are known. */
  boolean certain() {
    return from.isPresent()
        && to.isPresent()
        && transport.isPresent()
        && row.key().oriented()
        && row.key().doubt() == Doubt.NONE;
  }
}
