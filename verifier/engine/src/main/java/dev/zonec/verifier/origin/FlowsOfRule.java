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
 * The flows for which a compiled rule admits a connection. One rule can stand for several flows:
 * the connection tells which of them it is.
 *
 * @param program the program
 */
record FlowsOfRule(ZoneProgram program) {
  /**
   * The flows that declare {@code connection} on the side of {@code direction}. Where none does,
   * because the rule admits more than the flows (a block that matches pods too), those that open
   * its port to such peers.
   */
  List<Flow> of(RuleMatch admission, Direction direction, Connection connection) {
    List<Flow> speaking =
        Stream.concat(program.flows().stream(), within(connection))
            .filter(flow -> speaks(flow, direction, connection))
            .toList();
    List<Flow> declaring =
        speaking.stream().filter(flow -> Intent.covers(flow, connection)).toList();
    return declaring.isEmpty()
        ? speaking.stream()
            .filter(
                flow ->
                    Intent.opens(flow.service(), connection.transport(), connection.destination()))
            .filter(flow -> isLike(other(flow, direction), admission))
            .toList()
        : declaring;
  }

  /** The flows of {@code foreach} inside a namespace, if both ends are in one. */
  private Stream<Flow> within(Connection connection) {
    return connection.source() instanceof Endpoint.Pod from
            && connection.destination() instanceof Endpoint.Pod to
            && from.namespace().name().equals(to.namespace().name())
        ? program.patterns().stream().flatMap(pattern -> pattern.flows().stream())
        : Stream.of();
  }

  private static boolean speaks(Flow flow, Direction direction, Connection connection) {
    return direction == Direction.EGRESS
        ? flow.opensEgress() && flow.from().contains(connection.source())
        : flow.opensIngress() && flow.to().contains(connection.destination());
  }

  private static Party other(Flow flow, Direction direction) {
    return direction == Direction.EGRESS ? flow.to() : flow.from();
  }

  /** Whether a flow's other end is written as peers like those that match. */
  private static boolean isLike(Party other, RuleMatch admission) {
    return switch (other) {
      case Party.Zone zone -> isOfPods(admission);
      case Party.ForeignPods pods -> isOfPods(admission);
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

  private static boolean isOfPods(RuleMatch admission) {
    return admission.peers().stream().anyMatch(Peer.Pods.class::isInstance);
  }
}
