package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Which classes give a name to a port, by name and port. */
final class NamedRows {
  private final Map<PortClause.Named, SortedMap<Integer, long[]>> rows = new HashMap<>();

  /**
   * @param nameless the pods that are none, and so have no names
   * @param counts which names count
   */
  NamedRows(Classes classes, PortAtoms atoms, IntPredicate nameless, Predicate<NamedPort> counts) {
    for (int c = 0; c < classes.size(); c++) {
      if (nameless.test(c)) {
        continue;
      }
      for (NamedPort port : classes.unit(c).names()) {
        if (!counts.test(port)) {
          continue;
        }
        long[] row =
            rows.computeIfAbsent(
                    new PortClause.Named(port.protocol(), port.name()), n -> new TreeMap<>())
                .computeIfAbsent(
                    atoms.indexOf(port.protocol(), port.port()), a -> BitRow.empty(classes.size()));
        BitRow.set(row, c);
      }
    }
  }

  /** For each atom that some class gives the name to, those that do. Not to be changed. */
  SortedMap<Integer, long[]> of(PortClause.Named name) {
    return rows.getOrDefault(name, new TreeMap<>());
  }
}
