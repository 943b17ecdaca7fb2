package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.LabelChanges;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.smt.Witness;

/**
 * A connection of a counterexample.
 *
 * @param from the source, with the labels that it had
 * @param relabelled the labels that the source changes before it connects
 * @param to the destination
 * @param family the address family
 * @param transport the protocol and port
 * @param decision the decision of the concrete semantics, with its reasons
 */
public record Hop(
    Witness from,
    LabelChanges relabelled,
    Witness to,
    Family family,
    Transport transport,
    Decision decision) {
  /** Returns the connection, with the labels that policies see. */
  public Connection connection() {
    return connection(from, relabelled, to, family, transport);
  }

  /** Returns the connection of {@code from} after it has changed its labels. */
  static Connection connection(
      Witness from, LabelChanges relabelled, Witness to, Family family, Transport transport) {
    return new Connection(
        relabelled(from.endpoint(), relabelled), to.endpoint(), family, transport);
  }

  private static Endpoint relabelled(Endpoint endpoint, LabelChanges changes) {
    return endpoint instanceof Endpoint.Pod pod && !changes.isEmpty()
        ? new Endpoint.Pod(
            pod.namespace(),
            pod.name(),
            changes.of(pod.labels()),
            pod.namedPorts(),
            pod.hostNetwork(),
            pod.node(),
            pod.addresses())
        : endpoint;
  }
}
