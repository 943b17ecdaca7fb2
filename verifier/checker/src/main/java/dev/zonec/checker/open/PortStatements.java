package dev.zonec.checker.open;

import dev.zonec.checker.solver.Constant;
import dev.zonec.checker.solver.Statement;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statements about the protocol and the port of the connection.
 *
 * <p>Which names a port of the destination has is a truth variable for each name and protocol. A
 * policy and the program mean the same ports by a name.
 */
final class PortStatements {
  static final String PROTOCOL = "protocol";
  static final String PORT = "port";

  /** The protocols, in the order of their numbers. */
  static final List<Protocol> PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP);

  private final EndStatements ends;
  private final Map<String, PortClause.Named> names = new TreeMap<>();

  PortStatements(EndStatements ends) {
    this.ends = ends;
  }

  /** The connection has a protocol, and a port from 1 to 65535. */
  static Statement exists() {
    return Statement.all(
        new Statement.Between(PROTOCOL, BigInteger.ZERO, BigInteger.valueOf(PROTOCOLS.size() - 1L)),
        inRange(PortRange.ALL));
  }

  /** The service contains the port at {@code destination}. */
  Statement in(Service service, End destination) {
    return switch (service) {
      case Service.Anything anything -> Constant.TRUE;
      case Service.Listed(var clauses) -> inAny(clauses, destination);
    };
  }

  /** One of the clauses contains the port at {@code destination}. */
  Statement inAny(Collection<PortClause> clauses, End destination) {
    return Statement.any(clauses.stream().map(clause -> in(clause, destination)).toList());
  }

  private Statement in(PortClause clause, End destination) {
    Statement port =
        switch (clause) {
          case PortClause.AllPorts all -> Constant.TRUE;
          case PortClause.Numbered(var protocol, var range) -> inRange(range);
          case PortClause.Named named ->
              Statement.all(ends.isPod(destination), new Statement.Holds(variable(named)));
        };
    return Statement.all(
        new Statement.Is(PROTOCOL, BigInteger.valueOf(PROTOCOLS.indexOf(clause.protocol()))), port);
  }

  private static Statement inRange(PortRange range) {
    return new Statement.Between(
        PORT, BigInteger.valueOf(range.first()), BigInteger.valueOf(range.last()));
  }

  private String variable(PortClause.Named named) {
    String variable = "port is named " + named;
    names.put(variable, named);
    return variable;
  }

  /** Returns the port names that statements have mentioned, by their truth variables. */
  Map<String, PortClause.Named> names() {
    return names;
  }
}
