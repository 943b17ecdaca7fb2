package dev.zonec.verifier.smt;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.IpAddress;
import java.util.List;

/**
 * The values that a model gives to one end.
 *
 * @param isPod whether the end is a pod
 * @param namespace the number of its namespace in the vocabulary; only for pods
 * @param namespaceLabels the numbers of the values of its namespace's labels; only for pods
 * @param podLabels the numbers of the values of its own labels; only for pods
 * @param addresses its addresses; exactly one for an end outside the cluster
 * @param namedPorts the names that it gives to the port of the connection
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
