package dev.zonec.verifier.smt;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.IpAddress;
import java.util.List;

/**
 * What a model says of one end.
 *
 * @param isPod whether it is a pod
 * @param namespace the number of its namespace
 * @param namespaceLabels the numbers of its namespace's label values
 * @param podLabels the numbers of its label values
 * @param addresses its addresses; of something outside, exactly one
 * @param namedPorts the names that it gives the connection's port
 */
public record EndpointValues(
    boolean isPod,
    int namespace,
    List<Integer> namespaceLabels,
    List<Integer> podLabels,
    List<IpAddress> addresses,
    List<NamedPort> namedPorts) {
  /** Copies the lists. */
  public EndpointValues {
    namespaceLabels = List.copyOf(namespaceLabels);
    podLabels = List.copyOf(podLabels);
    addresses = List.copyOf(addresses);
    namedPorts = List.copyOf(namedPorts);
  }
}
