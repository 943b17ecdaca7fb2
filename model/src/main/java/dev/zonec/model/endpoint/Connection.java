package dev.zonec.model.endpoint;

import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;

/**
 * A connection from {@code source} to {@code destination}.
 *
 * @param source the end that opens the connection
 * @param destination the end that accepts it
 * @param family the address family of the connection
 * @param transport the protocol and the port of the destination
 */
public record Connection(
    Endpoint source, Endpoint destination, Family family, Transport transport) {
  @Override
  public String toString() {
    return source + " -> " + destination + " on " + transport;
  }
}
