package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds every connection of a world to a graph, one pair of ends after the other.
 *
 * @param engine answers questions about the world
 * @param program the program, or an empty one
 * @param places the places of the ends
 * @param decided names the rules
 */
record PlainConnections(QueryEngine engine, ZoneProgram program, Places places, Decided decided) {
  /** Two ends. */
  private record Ends(AnswerEnd from, AnswerEnd to) {}

  /** Adds the nodes and edges; returns whether the rules of the edges are known. */
  boolean addTo(GraphParts parts) {
    Query.End anywhere = new Query.End.Anywhere(Span.NOWHERE);
    Query everything = Query.from(anywhere);
    places.always().forEach(parts::add);
    List<AnswerEnd> ends = engine.members(anywhere).members();
    for (AnswerEnd end : ends) {
      if (end.endpoint() instanceof Endpoint.Pod) {
        places.of(end).forEach(place -> parts.add(place, end));
      }
    }
    Map<Ends, OpenPorts> pairs = pairs(everything, ends);
    boolean known = pairs.size() <= AllConnections.MOST_PAIRS;
    Map<Ends, List<PortDecision>> decisions = known ? decisions(everything, pairs) : Map.of();
    PairKinds kinds = new PairKinds(program);
    pairs.forEach(
        (pair, allowed) ->
            kinds
                .of(pair.from(), pair.to(), allowed)
                .forEach(
                    (kind, ports) ->
                        add(
                            pair.from(),
                            pair.to(),
                            kind,
                            ports,
                            decisions.getOrDefault(pair, List.of()),
                            parts)));
    // A graph lists the addresses of a node in order, whichever pair has them.
    for (AnswerEnd end : ends) {
      if (!(end.endpoint() instanceof Endpoint.Pod) && isDrawn(end, pairs, kinds)) {
        places.of(end).forEach(place -> parts.add(place, end));
      }
    }
    addEntrances(anywhere, parts);
    return known;
  }

  private static boolean isDrawn(AnswerEnd end, Map<Ends, OpenPorts> pairs, PairKinds kinds) {
    return pairs.entrySet().stream()
        .filter(each -> each.getKey().from().equals(end) || each.getKey().to().equals(end))
        .anyMatch(
            each -> !kinds.of(each.getKey().from(), each.getKey().to(), each.getValue()).isEmpty());
  }

  /** Returns the pairs that connect or that a flow connects, with the ports that are allowed. */
  private Map<Ends, OpenPorts> pairs(Query everything, List<AnswerEnd> ends) {
    Map<Ends, OpenPorts> rows = new LinkedHashMap<>();
    if (engine.answer(everything, 1) instanceof Answer.Connections(var found)) {
      found.forEach(row -> rows.put(new Ends(row.from(), row.to()), row.ports()));
    }
    for (int i = 0; i < ends.size(); i++) {
      Progress.check(i, ends.size(), "ends");
      AnswerEnd from = ends.get(i);
      List<Flow> flows =
          program.flows().stream().filter(flow -> flow.from().contains(from.endpoint())).toList();
      for (AnswerEnd to : ends) {
        if (!from.equals(to)
            && (from.endpoint() instanceof Endpoint.Pod || to.endpoint() instanceof Endpoint.Pod)
            && flows.stream().anyMatch(flow -> flow.to().contains(to.endpoint()))) {
          rows.putIfAbsent(new Ends(from, to), OpenPorts.NONE);
        }
      }
    }
    return rows;
  }

  private Map<Ends, List<PortDecision>> decisions(Query everything, Map<Ends, OpenPorts> pairs) {
    Map<Ends, List<PortDecision>> decisions = new LinkedHashMap<>();
    engine
        .decisions(everything, (from, to) -> pairs.containsKey(new Ends(from, to)))
        .forEach(
            outcome -> {
              if (outcome instanceof PortDecision each) {
                decisions
                    .computeIfAbsent(new Ends(each.from(), each.to()), p -> new ArrayList<>())
                    .add(each);
              }
            });
    return decisions;
  }

  private void add(
      AnswerEnd from,
      AnswerEnd to,
      EdgeKind kind,
      OpenPorts ports,
      List<PortDecision> decisions,
      GraphParts parts) {
    for (Place source : places.of(from)) {
      parts.add(source);
      for (Place destination : places.of(to)) {
        parts.add(destination);
        parts.add(source.id(), destination.id(), kind, ports);
        decided.explain(parts, source.id(), destination.id(), kind, ports, decisions);
      }
    }
  }

  private void addEntrances(Query.End anywhere, GraphParts parts) {
    Query entrances =
        new Query(
            new Query.End.Entrances(Span.NOWHERE),
            false,
            anywhere,
            new Service.Anything(),
            Query.Route.ANY);
    if (engine.answer(entrances, 1) instanceof Answer.Connections(var rows)) {
      for (Answer.Row row : rows) {
        Place source = ExternalPlaces.entrance();
        parts.add(source);
        for (Place destination : places.of(row.to())) {
          parts.add(destination, row.to());
          parts.add(source.id(), destination.id(), EdgeKind.ENTRANCE, row.ports());
        }
      }
    }
  }
}
