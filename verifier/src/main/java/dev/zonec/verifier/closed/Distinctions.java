package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.PortClause;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is to be told apart beyond what policies look at.
 *
 * @param addresses sets of addresses that do not share an atom with the rest
 * @param ports ranges that do not share an atom with the rest
 * @param ends sets of ends that do not share a class with the rest; of addresses no finer than
 *     {@code addresses}
 */
public record Distinctions(
    List<AddressSet> addresses, List<PortClause.Numbered> ports, List<Predicate<Endpoint>> ends) {
  /** Nothing. */
  public static final Distinctions NONE = new Distinctions(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Distinctions {
    addresses = List.copyOf(addresses);
    ports = List.copyOf(ports);
    ends = List.copyOf(ends);
  }
}
