package dev.zonec.checker.open;

import dev.zonec.checker.solver.Statement;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;

/** The connections that the program declares (spec/language.md, The intent). */
final class IntentStatements {
  private final EndStatements ends;
  private final PortStatements ports;
  private final ZoneProgram program;

  IntentStatements(EndStatements ends, PortStatements ports, ZoneProgram program) {
    this.ends = ends;
    this.ports = ports;
    this.program = program;
  }

  /** Both ends agree to the connection. */
  Statement declares(Ends connection) {
    return Statement.all(
        agrees(Direction.EGRESS, connection), agrees(Direction.INGRESS, connection));
  }

  /**
   * The end of {@code direction} agrees: it is in no zone that is denied the direction, or a flow
   * opens it.
   */
  Statement agrees(Direction direction, Ends connection) {
    return Statement.any(
        Statement.not(isDenied(direction, connection.self(direction))),
        Statement.any(
            program.flows().stream()
                .filter(flow -> opens(flow, direction))
                .map(flow -> covers(flow, connection))
                .toList()));
  }

  /** The end is in a zone that is denied {@code direction}. */
  Statement isDenied(Direction direction, End end) {
    return ends.inAny(
        end, program.zones().stream().filter(zone -> denies(zone.denied(), direction)).toList());
  }

  private static boolean denies(Party.Denied denied, Direction direction) {
    return direction == Direction.EGRESS ? denied.egress() : denied.ingress();
  }

  private static boolean opens(Flow flow, Direction direction) {
    return direction == Direction.EGRESS ? flow.opensEgress() : flow.opensIngress();
  }

  /** The flow covers the connection. */
  Statement covers(Flow flow, Ends connection) {
    Statement from = ends.inParty(connection.source(), flow.from());
    Statement to = ends.inParty(connection.destination(), flow.to());
    return Statement.all(from, to, ports.in(flow.service(), connection.destination()));
  }
}
