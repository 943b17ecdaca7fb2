package dev.zonec.importer.plan;

import dev.zonec.importer.rule.SidedRule;
import dev.zonec.model.net.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A flow: each end of {@code from} may open {@code ports} to each end of {@code to}.
 *
 * @param from the sources, without duplicates
 * @param to the destinations, without duplicates
 * @param ports the protocols and ports
 * @param origins the rules that the flow comes from
 */
public record PlannedFlow(List<End> from, List<End> to, PortSet ports, List<SidedRule> origins) {
  /** Copies the lists. */
  public PlannedFlow {
    from = List.copyOf(from);
    to = List.copyOf(to);
    origins = List.copyOf(origins);
  }

  static PlannedFlow of(End from, End to, PortSet ports, List<SidedRule> origins) {
    return new PlannedFlow(List.of(from), List.of(to), ports, origins);
  }

  /** Returns the union with {@code other}. */
  PlannedFlow with(PlannedFlow other) {
    return new PlannedFlow(
        both(from, other.from),
        both(to, other.to),
        ports.union(other.ports),
        both(origins, other.origins));
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    LinkedHashSet<T> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return new ArrayList<>(all);
  }
}
