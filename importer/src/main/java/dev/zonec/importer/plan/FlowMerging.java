package dev.zonec.importer.plan;

import dev.zonec.model.net.PortSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Merges flows into fewer statements with exactly the same meaning. It merges the ports of each
 * pair of ends, then the sources with equal destinations and ports, then the destinations with
 * equal sources and ports.
 */
final class FlowMerging {
  private FlowMerging() {}

  private record Pair(List<End> from, List<End> to) {}

  private record Into(List<End> to, PortSet ports) {}

  private record OutOf(List<End> from, PortSet ports) {}

  static List<PlannedFlow> merge(List<PlannedFlow> flows) {
    List<PlannedFlow> pairs = by(flows, flow -> new Pair(flow.from(), flow.to()));
    List<PlannedFlow> into = by(pairs, flow -> new Into(flow.to(), flow.ports()));
    return by(into, flow -> new OutOf(flow.from(), flow.ports()));
  }

  private static List<PlannedFlow> by(
      List<PlannedFlow> flows, Function<PlannedFlow, Object> common) {
    Map<Object, PlannedFlow> merged = new LinkedHashMap<>();
    flows.forEach(flow -> merged.merge(common.apply(flow), flow, PlannedFlow::with));
    return List.copyOf(merged.values());
  }
}
