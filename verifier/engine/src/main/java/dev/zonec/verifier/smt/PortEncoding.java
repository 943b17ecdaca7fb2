package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortSet;
import dev.zonec.model.net.Service;
import java.math.BigInteger;
import java.util.List;

/** Encodes which protocols and ports a connection has. */
final class PortEncoding {
  private final Terms terms;
  private final ConnectionSymbols connection;

  PortEncoding(Terms terms, ConnectionSymbols connection) {
    this.terms = terms;
    this.connection = connection;
  }

  BoolExpr opens(Service service) {
    return switch (service) {
      case Service.Anything anything -> terms.z3().mkTrue();
      case Service.Listed(var clauses) -> opens(clauses);
    };
  }

  /** One of {@code clauses}. Ranges that overlap or touch are said as one. */
  BoolExpr opens(List<PortClause> clauses) {
    List<PortClause> normal = new PortSet.Some(clauses).clauses();
    return terms.or(normal.stream().map(this::opens).toList());
  }

  BoolExpr opens(PortClause clause) {
    BoolExpr ports =
        switch (clause) {
          case PortClause.AllPorts all -> terms.z3().mkTrue();
          case PortClause.Numbered(var protocol, var range) ->
              terms.between(
                  connection.port(),
                  BigInteger.valueOf(range.first()),
                  BigInteger.valueOf(range.last()));
          case PortClause.Named named -> connection.named(named);
        };
    return terms.and(List.of(connection.uses(clause.protocol()), ports));
  }
}
