package dev.zonec.verifier.closed.endpoint;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.PortClause;
import java.util.List;
import java.util.function.Predicate;

/**
 * The distinctions that a question makes in addition to the policies.
 *
 * @param addresses sets of addresses; no address atom lies partly inside one of them
 * @param ports port ranges; no port atom lies partly inside one of them
 * @param ends sets of endpoints; no class lies partly inside one of them. A set may distinguish
 *     addresses only where {@code addresses} does.
 */
public record Distinctions(
    List<AddressSet> addresses, List<PortClause.Numbered> ports, List<Predicate<Endpoint>> ends) {
  /** No further distinctions. */
  public static final Distinctions NONE = new Distinctions(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Distinctions {
    addresses = List.copyOf(addresses);
    ports = List.copyOf(ports);
    ends = List.copyOf(ends);
  }
}
