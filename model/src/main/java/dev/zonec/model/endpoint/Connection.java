package dev.zonec.model.endpoint;

import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Transport;
import java.util.ArrayList;
import java.util.List;

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
  /**
   * Returns the address families that connections between two ends can use: the family of an
   * address outside the cluster, and both families between pods and nodes. It is empty for two
   * addresses of different families.
   */
  public static List<Family> families(Endpoint source, Endpoint destination) {
    List<Family> families = new ArrayList<>(List.of(Family.values()));
    for (Endpoint end : List.of(source, destination)) {
      if (end instanceof Endpoint.External(IpAddress address)) {
        families.removeIf(family -> family != address.family());
      }
    }
    return List.copyOf(families);
  }

  @Override
  public String toString() {
    return source + " -> " + destination + " on " + transport;
  }
}
