package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Protocol;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Z3 variables of the connection that a question is about: the protocol, the port, the address
 * family, and one Boolean variable for each port name that a formula mentions.
 */
final class ConnectionSymbols {
  private static final List<Protocol> PROTOCOLS =
      List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP);

  private final Expressions expressions;
  private final Expr<BitVecSort> protocol;
  private final Expr<BitVecSort> port;
  private final BoolExpr overV6;
  private final Map<String, NamedSymbol> named = new TreeMap<>();

  /**
   * The variable of a port name.
   *
   * @param clause the name and its protocol
   * @param holds true if the destination gives the connection's port this name
   */
  record NamedSymbol(PortClause.Named clause, BoolExpr holds) {}

  ConnectionSymbols(Expressions expressions) {
    this.expressions = expressions;
    this.protocol = expressions.variable("protocol", 2);
    this.port = expressions.variable("port", 16);
    this.overV6 = expressions.z3().mkBoolConst("over-ipv6");
  }

  Expr<BitVecSort> protocol() {
    return protocol;
  }

  Expr<BitVecSort> port() {
    return port;
  }

  BoolExpr overV6() {
    return overV6;
  }

  /** The connection has the protocol {@code wanted}. */
  BoolExpr uses(Protocol wanted) {
    return expressions.is(protocol, PROTOCOLS.indexOf(wanted));
  }

  /** Returns the protocol that {@code number} encodes. */
  static Protocol protocol(int number) {
    return PROTOCOLS.get(number);
  }

  /** Returns the number of protocols that are encoded. */
  static int protocolCount() {
    return PROTOCOLS.size();
  }

  /**
   * Returns the variable of a port name. {@link FormulaEncoding#namedPortConditions} constrains it.
   */
  BoolExpr named(PortClause.Named clause) {
    return named
        .computeIfAbsent(
            clause.toString(),
            name -> new NamedSymbol(clause, expressions.z3().mkBoolConst("named." + name)))
        .holds();
  }

  /** Returns the port names that formulas have mentioned so far. */
  Collection<NamedSymbol> namedPorts() {
    return Collections.unmodifiableCollection(named.values());
  }
}
