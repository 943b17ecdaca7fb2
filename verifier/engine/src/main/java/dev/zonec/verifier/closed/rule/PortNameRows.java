package dev.zonec.verifier.closed.rule;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortClause;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.port.PortAtoms;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** For each port name, the classes whose pods use it, by port atom. */
public final class PortNameRows {
  private final Map<PortClause.Named, SortedMap<Integer, BitRow>> rows = new HashMap<>();

  /**
   * @param nameless whether the port names of a class are ignored, because policies see its pods as
   *     nodes
   * @param counts whether a named port counts
   */
  public PortNameRows(
      EquivalenceClasses classes,
      PortAtoms atoms,
      IntPredicate nameless,
      Predicate<NamedPort> counts) {
    for (int c = 0; c < classes.size(); c++) {
      if (nameless.test(c)) {
        continue;
      }
      for (NamedPort port : classes.representative(c).names()) {
        if (!counts.test(port)) {
          continue;
        }
        BitRow row =
            rows.computeIfAbsent(
                    new PortClause.Named(port.protocol(), port.name()), n -> new TreeMap<>())
                .computeIfAbsent(
                    atoms.indexOf(port.protocol(), port.port()), a -> BitRow.empty(classes.size()));
        row.set(c);
      }
    }
  }

  /**
   * Returns the port atoms to which pods give {@code name}, each with the classes of these pods.
   * The caller must not change the rows.
   */
  public SortedMap<Integer, BitRow> of(PortClause.Named name) {
    return rows.getOrDefault(name, new TreeMap<>());
  }
}
