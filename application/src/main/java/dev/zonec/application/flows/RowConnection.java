package dev.zonec.application.flows;

import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import java.util.Arrays;
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
      return IpProtocols.isPortless(text)
          ? Optional.of(new Transport.Portless(text))
          : Optional.empty();
    }
    String port = text.substring(slash + 1);
    return port.matches("\\d{1,5}")
        ? Arrays.stream(Protocol.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text.substring(0, slash)))
            .findFirst()
            .map(protocol -> new Transport.Ported(protocol, Integer.parseInt(port)))
        : Optional.empty();
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
