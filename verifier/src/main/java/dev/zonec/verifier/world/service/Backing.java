package dev.zonec.verifier.world.service;

import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import java.util.List;

/** What stands behind a Service. */
public sealed interface Backing {
  /** The pods of the Service's namespace with these labels. */
  record Selected(Selector pods) implements Backing {}

  /** Addresses that Endpoints and EndpointSlices list, for a Service without a selector. */
  record Listed(List<Address> addresses) implements Backing {
    /** Copies the addresses. */
    public Listed {
      addresses = List.copyOf(addresses);
    }
  }

  /** Another name, which only DNS can resolve. */
  record Alias(String host) implements Backing {}

  /**
   * A port of an address.
   *
   * @param portName the name of the Service's port that leads to it
   * @param protocol its protocol
   * @param address the address
   * @param port the port
   */
  record Address(String portName, Protocol protocol, IpAddress address, int port) {}
}
