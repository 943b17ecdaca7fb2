package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.ConnectedGroups;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks up the rules that decide the connections of a graph. Ends that may connect alike may do so
 * for different reasons, so each pair of ends is looked at, as long as there are few.
 */
final class PairReasons {
  private final ConnectedGroups connected;
  private final GroupPlaces places;
  private final Decided decided;
  private final List<Row> rows = new ArrayList<>();
  private long pairs;

  private record Row(int from, int to, Map<EdgeKind, OpenPorts> ports) {}

  private record Pair(AnswerEnd from, AnswerEnd to, Row row) {}

  PairReasons(ConnectedGroups connected, GroupPlaces places, Decided decided) {
    this.connected = connected;
    this.places = places;
    this.decided = decided;
  }

  /** Adds the pairs of ends of two groups, with the ports of each kind. */
  void add(int from, int to, Map<EdgeKind, OpenPorts> ports) {
    long sources = connected.members(from).size();
    long destinations = connected.members(to).size();
    pairs += from == to ? sources * (sources - 1) : sources * destinations;
    if (areFew()) {
      rows.add(new Row(from, to, ports));
    }
  }

  /** Whether the rules of all pairs are looked up. */
  boolean areFew() {
    return pairs <= AllConnections.MOST_PAIRS;
  }

  /** Adds the rules to the edges, in the order of the ends. */
  void addTo(GraphParts parts) {
    IdentityHashMap<AnswerEnd, Integer> order = new IdentityHashMap<>();
    connected.ends().forEach(end -> order.put(end, order.size()));
    List<Pair> all = new ArrayList<>();
    for (Row row : rows) {
      for (AnswerEnd from : connected.members(row.from())) {
        for (AnswerEnd to : connected.members(row.to())) {
          if (!order.getOrDefault(from, 0).equals(order.getOrDefault(to, 0))) {
            all.add(new Pair(from, to, row));
          }
        }
      }
    }
    all.sort(
        Comparator.<Pair>comparingInt(pair -> order.getOrDefault(pair.from(), 0))
            .thenComparingInt(pair -> order.getOrDefault(pair.to(), 0)));
    all.forEach(pair -> explain(pair, parts));
  }

  private void explain(Pair pair, GraphParts parts) {
    Deadline.check();
    List<PortDecision> decisions = connected.decisions(pair.from(), pair.to());
    for (Place source : places.of(pair.row().from())) {
      for (Place destination : places.of(pair.row().to())) {
        pair.row()
            .ports()
            .forEach(
                (kind, ports) ->
                    decided.explain(parts, source.id(), destination.id(), kind, ports, decisions));
      }
    }
  }
}
