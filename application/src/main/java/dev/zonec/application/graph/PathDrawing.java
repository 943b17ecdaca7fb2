package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.BlastRadius;
import dev.zonec.verifier.query.InternetPath;
import dev.zonec.verifier.query.InternetReach;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.report.AnswerText;
import dev.zonec.verifier.semantics.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws the hops of paths. The layer of a node is the number of hops to it, so that readers see how
 * far an end is. Addresses of one external at different numbers of hops are different nodes.
 *
 * @param places the places of workloads and addresses
 * @param kinds divides ports by what the program declares
 * @param decided names the rules
 */
record PathDrawing(WorkloadPlaces places, PairKinds kinds, Decided decided) {
  private static final String INTERNET = "internet";

  /** A hop and its position in a path, counted from 0. */
  private record DrawnHop(
      AnswerEnd from,
      AnswerEnd to,
      OpenPorts ports,
      Connection connection,
      Decision decision,
      Optional<InternetPath.Way> way,
      int position) {
    DrawnHop(Answer.Hop hop, int position) {
      this(
          hop.from(),
          hop.to(),
          hop.ports(),
          AnswerText.connection(hop),
          hop.decision(),
          Optional.empty(),
          position);
    }
  }

  /** Returns a graph of {@code paths}. */
  Graph paths(String title, String subtitle, List<Answer.Path> paths) {
    List<DrawnHop> hops = new ArrayList<>();
    paths.forEach(path -> hops.addAll(hops(path)));
    return drawn(title, subtitle, List.of(), hops);
  }

  /** Returns a graph of everything that an end reaches, on shortest paths. */
  Graph blast(String title, String subtitle, BlastRadius radius) {
    List<DrawnHop> hops = new ArrayList<>();
    radius.reached().forEach(reached -> hops.addAll(hops(reached.path())));
    return drawn(title, subtitle, radius.ends(), hops);
  }

  private static List<DrawnHop> hops(Answer.Path path) {
    List<DrawnHop> hops = new ArrayList<>();
    for (Answer.Hop hop : path.hops()) {
      hops.add(new DrawnHop(hop, hops.size()));
    }
    return hops;
  }

  /** Returns a graph of the workloads that the internet reaches, on shortest paths. */
  Graph exposure(String title, String subtitle, InternetReach reach) {
    List<DrawnHop> hops = new ArrayList<>();
    for (int number = 0; number < reach.workloads().size(); number++) {
      reach.path(number).ifPresent(path -> hops.addAll(hops(path)));
    }
    return drawn(title, subtitle, List.of(), hops);
  }

  private static List<DrawnHop> hops(InternetPath path) {
    List<DrawnHop> hops = new ArrayList<>();
    for (InternetPath.Hop hop : path.hops()) {
      boolean entering = hops.isEmpty() && !(path.way() instanceof InternetPath.Way.Direct);
      hops.add(
          new DrawnHop(
              hop.from(),
              hop.to(),
              hop.ports(),
              hop.connection(),
              hop.decision(),
              entering ? Optional.of(path.way()) : Optional.empty(),
              hops.size()));
    }
    return hops;
  }

  private Graph drawn(String title, String subtitle, List<AnswerEnd> marked, List<DrawnHop> hops) {
    Map<AnswerEnd, Integer> layers = new HashMap<>();
    marked.forEach(end -> layers.put(end, 0));
    for (DrawnHop hop : hops) {
      if (hop.way().isEmpty()) {
        layers.merge(hop.from(), hop.position(), Math::min);
      }
      layers.merge(hop.to(), hop.position() + 1, Math::min);
    }
    boolean forward =
        hops.stream()
            .allMatch(
                hop ->
                    hop.way().isPresent()
                        || layers.getOrDefault(hop.from(), 0) < layers.getOrDefault(hop.to(), 0));
    GraphParts parts = new GraphParts();
    for (AnswerEnd end : marked) {
      Place place = place(end, layers, forward);
      parts.add(place, end);
      parts.mark(place.id());
    }
    hops.forEach(hop -> add(hop, layers, forward, parts));
    int most = layers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return parts.graph(
        title, subtitle, List.of(), forward ? captions(hops.isEmpty() ? 0 : most) : List.of());
  }

  private Place place(AnswerEnd end, Map<AnswerEnd, Integer> layers, boolean forward) {
    Place place = places.of(end).getFirst().alone();
    int layer = layers.getOrDefault(end, 0);
    if (!forward) {
      return place;
    }
    return place.kind() == NodeKind.EXTERNAL && layer > 0
        ? new Place(
            place.id() + " after " + layer,
            place.name(),
            place.details(),
            place.kind(),
            Optional.empty(),
            layer)
        : place.inLayer(layer);
  }

  private void add(
      DrawnHop hop, Map<AnswerEnd, Integer> layers, boolean forward, GraphParts parts) {
    Place to = place(hop.to(), layers, forward);
    if (hop.way().isPresent()) {
      addEntrance(hop, hop.way().get(), to, forward, parts);
      return;
    }
    Place from = place(hop.from(), layers, forward);
    parts.add(from, hop.from());
    parts.add(to, hop.to());
    kinds
        .of(hop.from(), hop.to(), hop.ports())
        .forEach(
            (kind, ports) -> {
              if (kind != EdgeKind.BLOCKED) {
                parts.add(from.id(), to.id(), kind, ports);
                parts.explain(
                    from.id(),
                    to.id(),
                    kind,
                    ports,
                    decided.steps(hop.connection(), hop.decision()));
              }
            });
  }

  private void addEntrance(
      DrawnHop hop, InternetPath.Way way, Place to, boolean forward, GraphParts parts) {
    Place from =
        new Place("external:" + INTERNET, INTERNET, List.of(), NodeKind.EXTERNAL, Optional.empty());
    parts.add(forward ? from.inLayer(0) : from);
    parts.add(to, hop.to());
    parts.add(from.id(), to.id(), EdgeKind.ENTRANCE, hop.ports());
    if (way instanceof InternetPath.Way.ThroughService) {
      parts.explain(
          from.id(),
          to.id(),
          EdgeKind.ENTRANCE,
          hop.ports(),
          decided.steps(hop.connection(), hop.decision()));
    }
    parts.remark(from.id(), to.id(), EdgeKind.ENTRANCE, "through " + through(way));
  }

  private static String through(InternetPath.Way way) {
    return switch (way) {
      case InternetPath.Way.ThroughService(var service, var seenAs) -> "Service " + service;
      case InternetPath.Way.ThroughEntrance(var entrance) -> entrance.toString();
      case InternetPath.Way.Direct() -> "no object";
    };
  }

  private static List<String> captions(int most) {
    return IntStream.rangeClosed(0, most)
        .mapToObj(hop -> hop == 0 ? "start" : hop == 1 ? "1 hop" : hop + " hops")
        .toList();
  }
}
