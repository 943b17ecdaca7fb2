package dev.zonec.model.endpoint;

import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;

/**
 * A connection that {@code source} opens to {@code destination}.
 *
 * @param source who opens it
 * @param destination who is called
 * @param family the address family that carries it
 * @param transport its protocol and the destination's port
 */
public record Connection(
    Endpoint source, Endpoint destination, Family family, Transport transport) {
  @Override
  public String toString() {
    return source + " -> " + destination + " on " + transport;
  }
}
