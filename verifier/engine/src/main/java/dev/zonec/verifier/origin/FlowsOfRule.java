package dev.zonec.verifier.origin;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.RuleMatch;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the flows for which a compiled rule admits a connection. One rule can implement several
 * flows, and the connection tells them apart.
 *
 * @param program the program
 */
record FlowsOfRule(ZoneProgram program) {
  /**
   * Returns the flows that declare {@code connection} and open the side of {@code direction}. A
   * rule can admit more than its flows, for example if an address block also matches pods. If no
   * flow declares the connection, the result is therefore the flows that open its port to peers
   * like the peers of the rule.
   */
  List<Flow> of(RuleMatch admission, Direction direction, Connection connection) {
    List<Flow> opening =
        Stream.concat(program.flows().stream(), ofPatterns(connection))
            .filter(flow -> opensSide(flow, direction, connection))
            .toList();
    List<Flow> declaring =
        opening.stream().filter(flow -> Intent.covers(flow, connection)).toList();
    return declaring.isEmpty()
        ? opening.stream()
            .filter(
                flow ->
                    Intent.opens(flow.service(), connection.transport(), connection.destination()))
            .filter(flow -> hasPeersLike(other(flow, direction), admission))
            .toList()
        : declaring;
  }

  /** Returns the flows of each {@code foreach} if both ends are in the same namespace. */
  private Stream<Flow> ofPatterns(Connection connection) {
    return connection.source() instanceof Endpoint.Pod from
            && connection.destination() instanceof Endpoint.Pod to
            && from.namespace().name().equals(to.namespace().name())
        ? program.patterns().stream().flatMap(pattern -> pattern.flows().stream())
        : Stream.of();
  }

  /** Returns whether {@code flow} opens the side of {@code direction} and contains its end. */
  private static boolean opensSide(Flow flow, Direction direction, Connection connection) {
    return direction == Direction.EGRESS
        ? flow.opensEgress() && flow.from().contains(connection.source())
        : flow.opensIngress() && flow.to().contains(connection.destination());
  }

  private static Party other(Flow flow, Direction direction) {
    return direction == Direction.EGRESS ? flow.to() : flow.from();
  }

  /**
   * Returns whether the compiler writes {@code other}, the other end of a flow, as peers like the
   * peers that matched.
   */
  private static boolean hasPeersLike(Party other, RuleMatch admission) {
    return switch (other) {
      case Party.Zone zone -> hasPodPeers(admission);
      case Party.ForeignPods pods -> hasPodPeers(admission);
      case Party.Anyone anyone -> true;
      case Party.Others others -> true;
      case Party.Addresses addresses ->
          admission.peers().stream()
              .anyMatch(
                  peer ->
                      peer instanceof Peer.Block(var block, var span)
                          && addresses.blocks().stream()
                              .anyMatch(own -> own.cidr().overlaps(block.cidr())));
    };
  }

  private static boolean hasPodPeers(RuleMatch admission) {
    return admission.peers().stream().anyMatch(Peer.Pods.class::isInstance);
  }
}
