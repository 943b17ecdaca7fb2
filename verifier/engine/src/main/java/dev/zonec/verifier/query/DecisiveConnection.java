package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Transport;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses the connection that determines the result of several. Under MAY, the result is that one
 * of them is allowed, and an allowed connection shows it. Under MUST, the result is that all are
 * allowed, and a denied connection refutes it.
 *
 * @param permissive whether the reading is MAY
 * @param allowed whether a connection is allowed
 */
record DecisiveConnection(boolean permissive, Predicate<Connection> allowed) {
  /** Returns every connection from one of {@code sources} to {@code to}, in each address family. */
  static List<Connection> candidates(
      List<? extends Endpoint> sources, Endpoint to, Transport transport) {
    return sources.stream()
        .flatMap(
            from ->
                Connection.families(from, to).stream()
                    .map(family -> new Connection(from, to, family, transport)))
        .toList();
  }

  /** Returns the connection of {@code candidates} that determines the result. */
  Connection among(List<Connection> candidates) {
    return find(candidates).orElse(candidates.getFirst());
  }

  /**
   * Returns the connection of {@code candidates} that determines the result; empty if all have the
   * other result, so that each of them shows it.
   */
  Optional<Connection> find(List<Connection> candidates) {
    return candidates.stream().filter(each -> allowed.test(each) == permissive).findFirst();
  }
}
