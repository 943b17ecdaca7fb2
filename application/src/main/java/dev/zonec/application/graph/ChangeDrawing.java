package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortRanges;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.query.OpenPorts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws the differences between two graphs of everything that may connect, with the nodes that they
 * touch. In both, the same nodes have their edges at the same node.
 */
final class ChangeDrawing {
  private final GraphParts before;
  private final GraphParts after;
  private final Map<GraphParts.Pair, OpenPorts> then;
  private final Map<GraphParts.Pair, OpenPorts> now;

  /**
   * @param before the graph before the change
   * @param after the graph after the change
   */
  ChangeDrawing(GraphParts before, GraphParts after) {
    this.before = before;
    this.after = after;
    this.then = before.allowed();
    this.now = after.allowed();
  }

  /** Returns the nodes and edges. */
  GraphParts parts() {
    Set<GraphParts.Pair> pairs = new LinkedHashSet<>(now.keySet());
    pairs.addAll(then.keySet());
    pairs.removeIf(
        pair ->
            then.getOrDefault(pair, OpenPorts.NONE).equals(now.getOrDefault(pair, OpenPorts.NONE)));
    Set<String> ends = new HashSet<>();
    pairs.forEach(pair -> ends.addAll(List.of(pair.from(), pair.to())));
    GraphParts changed = new GraphParts();
    changed.addFrom(after, ends);
    changed.addFrom(before, ends);
    for (GraphParts.Pair pair : pairs) {
      OpenPorts old = then.getOrDefault(pair, OpenPorts.NONE);
      OpenPorts open = now.getOrDefault(pair, OpenPorts.NONE);
      add(pair, EdgeKind.OPENED, minus(open, old), after, changed);
      add(pair, EdgeKind.CLOSED, minus(old, open), before, changed);
    }
    return changed;
  }

  /** Returns the number of pairs of nodes whose connections stay as they are. */
  long unchanged() {
    Map<String, Integer> counts = after.counts();
    long unchanged = 0;
    for (Map.Entry<GraphParts.Pair, OpenPorts> entry : now.entrySet()) {
      GraphParts.Pair pair = entry.getKey();
      if (entry.getValue().equals(then.get(pair))) {
        long from = counts.getOrDefault(pair.from(), 1);
        long to = counts.getOrDefault(pair.to(), 1);
        unchanged += pair.from().equals(pair.to()) && from > 1 ? from * (from - 1) : from * to;
      }
    }
    return unchanged;
  }

  private static void add(
      GraphParts.Pair pair, EdgeKind kind, OpenPorts ports, GraphParts side, GraphParts changed) {
    if (!ports.isEmpty()) {
      changed.add(pair.from(), pair.to(), kind, ports);
      side.explain(pair, ports, kind, changed);
    }
  }

  private static OpenPorts minus(OpenPorts some, OpenPorts others) {
    Map<Protocol, List<PortRange>> left = new EnumMap<>(Protocol.class);
    some.ranges()
        .forEach(
            (protocol, ranges) -> {
              List<PortRange> kept = new ArrayList<>();
              ranges
                  .ranges()
                  .forEach(range -> kept.addAll(minus(range, others.ranges().get(protocol))));
              if (!kept.isEmpty()) {
                left.put(protocol, kept);
              }
            });
    return OpenPorts.of(left);
  }

  private static List<PortRange> minus(PortRange range, @Nullable PortRanges others) {
    List<PortRange> left = new ArrayList<>();
    int next = range.first();
    for (PortRange hole : others == null ? List.<PortRange>of() : others.ranges()) {
      if (hole.last() >= next && hole.first() <= range.last()) {
        if (hole.first() > next) {
          left.add(new PortRange(next, hole.first() - 1));
        }
        next = hole.last() + 1;
      }
    }
    if (next <= range.last()) {
      left.add(new PortRange(next, range.last()));
    }
    return left;
  }
}
