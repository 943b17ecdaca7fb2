package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortSet;
import dev.zonec.model.net.Service;
import java.math.BigInteger;
import java.util.List;

/** Encodes that the protocol and port of a connection belong to a service or a port clause. */
final class PortEncoding {
  private final Expressions expressions;
  private final ConnectionSymbols connection;

  PortEncoding(Expressions expressions, ConnectionSymbols connection) {
    this.expressions = expressions;
    this.connection = connection;
  }

  /** The protocol and port belong to {@code service}. */
  BoolExpr isIn(Service service) {
    return switch (service) {
      case Service.Anything anything -> expressions.z3().mkTrue();
      case Service.Listed(var clauses) -> isIn(clauses);
    };
  }

  /**
   * The protocol and port belong to one of {@code clauses}. Ranges that overlap or touch are merged
   * first.
   */
  BoolExpr isIn(List<PortClause> clauses) {
    List<PortClause> normal = new PortSet.Some(clauses).clauses();
    return expressions.or(normal.stream().map(this::isIn).toList());
  }

  /** The protocol and port belong to {@code clause}. */
  BoolExpr isIn(PortClause clause) {
    BoolExpr ports =
        switch (clause) {
          case PortClause.AllPorts all -> expressions.z3().mkTrue();
          case PortClause.Numbered(var protocol, var range) ->
              expressions.between(
                  connection.port(),
                  BigInteger.valueOf(range.first()),
                  BigInteger.valueOf(range.last()));
          case PortClause.Named named -> connection.named(named);
        };
    return expressions.and(List.of(connection.uses(clause.protocol()), ports));
  }
}
