package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Protocol;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the symbolic connection is carried by. */
final class ConnectionSymbols {
  private static final List<Protocol> NUMBERED = List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP);

  private final Terms terms;
  private final Expr<BitVecSort> protocol;
  private final Expr<BitVecSort> port;
  private final BoolExpr overV6;
  private final Map<String, NamedSymbol> named = new TreeMap<>();

  /** Whether the destination gives the connection's port a name. */
  record NamedSymbol(PortClause.Named clause, BoolExpr holds) {}

  ConnectionSymbols(Terms terms) {
    this.terms = terms;
    this.protocol = terms.variable("protocol", 2);
    this.port = terms.variable("port", 16);
    this.overV6 = terms.z3().mkBoolConst("over-ipv6");
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

  BoolExpr uses(Protocol wanted) {
    return terms.is(protocol, NUMBERED.indexOf(wanted));
  }

  /** The protocol with a number. */
  static Protocol numbered(int number) {
    return NUMBERED.get(number);
  }

  /** How many protocols there are. */
  static int protocols() {
    return NUMBERED.size();
  }

  /** The symbol for a named port; its meaning is among the side conditions. */
  BoolExpr named(PortClause.Named clause) {
    return named
        .computeIfAbsent(
            clause.toString(),
            name -> new NamedSymbol(clause, terms.z3().mkBoolConst("named." + name)))
        .holds();
  }

  /** Every named port that some formula has asked for. */
  Iterable<NamedSymbol> namedPorts() {
    return named.values();
  }
}
