package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.Model;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.reach.PortBox;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The address family, protocol and port of a connection.
 *
 * @param family the address family
 * @param port the protocol and one port, with the names that the destination must give and must not
 *     give to the port
 */
record FamilyAndPort(Family family, PortBox port) {
  /** Returns the values of {@code connection} in {@code model}. */
  static FamilyAndPort in(Model model, ConnectionSymbols connection) {
    SortedSet<String> names = new TreeSet<>();
    SortedSet<String> without = new TreeSet<>();
    Protocol protocol =
        ConnectionSymbols.protocol(
            ((BitVecNum) model.eval(connection.protocol(), true)).getBigInteger().intValueExact());
    for (ConnectionSymbols.NamedSymbol named : connection.namedPorts()) {
      if (named.clause().protocol() == protocol) {
        boolean holds = model.eval(named.holds(), true).isTrue();
        (holds ? names : without).add(named.clause().name());
      }
    }
    int port = ((BitVecNum) model.eval(connection.port(), true)).getBigInteger().intValueExact();
    return new FamilyAndPort(
        model.eval(connection.overV6(), true).isTrue() ? Family.IPV6 : Family.IPV4,
        new PortBox(protocol, new PortRange(port, port), names, without));
  }
}
