package dev.zonec.importer.plan;

import dev.zonec.importer.rule.SidedRule;
import dev.zonec.model.net.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A flow: each of {@code from} may open {@code ports} to each of {@code to}.
 *
 * @param from who opens, each once
 * @param to who is called, each once
 * @param ports what is opened
 * @param origins the rules that it comes from
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

  /** The same with what {@code other} has more. */
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
