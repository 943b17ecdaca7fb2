package dev.zonec.application.graph;

import dev.zonec.application.graph.DeclaredEnds.Declared;
import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.ConnectedGroups;
import dev.zonec.verifier.query.OpenPorts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds every connection of a world to a graph: the connections that the policies allow, and those
 * that the program declares and the policies block.
 *
 * <p>Invariant: the ends of a group have the same connections of the same kinds, so an edge between
 * two groups stands for one between each two of their ends. If the ends of a group are drawn as
 * nodes of their own, the edges are at the first of them, and the parts say which nodes are like
 * it. The cost is therefore that of the groups that connect, and not that of all pairs of ends.
 */
final class AllConnections {
  /** The greatest number of pairs of ends whose rules are looked up. */
  static final int MOST_PAIRS = 4000;

  private final EndGroups groups;
  private final ConnectedGroups connected;
  private final Places places;
  private final PairKinds kinds;
  private final Map<KindKey, Map<EdgeKind, OpenPorts>> known = new HashMap<>();
  private final GroupPlaces groupPlaces;
  private final PairReasons reasons;

  /** For each group, the destinations that were added already. */
  private final Map<Integer, BitSet> added = new HashMap<>();

  /** The groups of addresses that have an edge. */
  private final BitSet outside = new BitSet();

  private record KindKey(int from, int to, OpenPorts allowed) {}

  /**
   * @param groups the ends of the world
   * @param program the program, or an empty one
   * @param places the places of the ends
   * @param decided names the rules
   */
  AllConnections(EndGroups groups, ZoneProgram program, Places places, Decided decided) {
    this.groups = groups;
    this.connected = groups.connected();
    this.places = places;
    this.kinds = new PairKinds(program);
    this.groupPlaces = new GroupPlaces(groups, places);
    this.reasons = new PairReasons(connected, groupPlaces, decided);
  }

  /** Adds the nodes and edges; returns whether the rules of the edges are known. */
  boolean addTo(GraphParts parts) {
    places.always().forEach(parts::add);
    for (AnswerEnd end : connected.ends()) {
      if (end.endpoint() instanceof Endpoint.Pod) {
        places.of(end).forEach(place -> parts.add(place, end));
      }
    }
    for (int group = 0; group < connected.size(); group++) {
      addAlike(connected.members(group), parts);
    }
    connected.visit((from, to, ports) -> add(from, to, ports, parts));
    addBlocked(parts);
    addOutside(parts);
    boolean explained = reasons.areFew();
    if (explained) {
      reasons.addTo(parts);
    }
    addEntrances(parts);
    return explained;
  }

  private void addAlike(List<AnswerEnd> members, GraphParts parts) {
    List<Place> first = places.of(members.getFirst());
    if (members.getFirst().endpoint() instanceof Endpoint.Pod) {
      for (AnswerEnd end : members) {
        List<Place> own = places.of(end);
        if (!own.equals(first)) {
          parts.addAlike(first.getFirst().id(), own.getFirst().id());
        }
      }
    }
  }

  /** Adds the pairs of groups that a flow connects and the policies do not. */
  private void addBlocked(GraphParts parts) {
    Map<Integer, BitSet> sources = new HashMap<>();
    Map<Integer, BitSet> destinations = new HashMap<>();
    for (int group = 0; group < connected.size(); group++) {
      Declared declared = groups.declared().get(group);
      put(group, declared.sources(), sources);
      put(group, declared.destinations(), destinations);
    }
    for (int from = 0; from < connected.size(); from++) {
      Progress.check(from, connected.size(), "groups of ends");
      BitSet declared = new BitSet();
      groups.declared().get(from).sources().stream()
          .forEach(flow -> declared.or(destinations.getOrDefault(flow, new BitSet())));
      declared.andNot(added.getOrDefault(from, new BitSet()));
      for (int to = declared.nextSetBit(0); to >= 0; to = declared.nextSetBit(to + 1)) {
        if (connected.isListed(from, to)) {
          add(from, to, OpenPorts.NONE, parts);
        }
      }
    }
  }

  private static void put(int group, BitSet flows, Map<Integer, BitSet> groups) {
    flows.stream().forEach(flow -> groups.computeIfAbsent(flow, each -> new BitSet()).set(group));
  }

  private void add(int from, int to, OpenPorts allowed, GraphParts parts) {
    added.computeIfAbsent(from, group -> new BitSet()).set(to);
    KindKey key = new KindKey(groupPlaces.kind(from), groupPlaces.kind(to), allowed);
    Map<EdgeKind, OpenPorts> ports =
        known.computeIfAbsent(key, each -> addEdges(from, to, allowed, parts));
    if (!ports.isEmpty()) {
      outside.set(from);
      outside.set(to);
    }
    reasons.add(from, to, ports);
  }

  /**
   * Adds the edges of two groups, which are those of all groups of the same kinds with the same
   * ports; returns the ports of each kind of edge.
   */
  private Map<EdgeKind, OpenPorts> addEdges(int from, int to, OpenPorts allowed, GraphParts parts) {
    Map<EdgeKind, OpenPorts> ports =
        kinds.of(connected.members(from).getFirst(), connected.members(to).getLast(), allowed);
    for (Place source : groupPlaces.of(from)) {
      for (Place destination : groupPlaces.of(to)) {
        ports.forEach(
            (kind, some) -> {
              parts.add(source);
              parts.add(destination);
              parts.add(source.id(), destination.id(), kind, some);
            });
      }
    }
    return ports;
  }

  /** Adds the addresses that have an edge to their nodes, in the order of all ends. */
  private void addOutside(GraphParts parts) {
    Map<AnswerEnd, Boolean> drawn = new HashMap<>();
    for (int group = 0; group < connected.size(); group++) {
      for (AnswerEnd end : connected.members(group)) {
        if (!(end.endpoint() instanceof Endpoint.Pod)) {
          drawn.put(end, outside.get(group));
        }
      }
    }
    for (AnswerEnd end : connected.ends()) {
      if (drawn.getOrDefault(end, false)) {
        places.of(end).forEach(place -> parts.add(place, end));
      }
    }
  }

  private void addEntrances(GraphParts parts) {
    for (Answer.Row row : groups.entrances()) {
      Place source = ExternalPlaces.entrance();
      parts.add(source);
      for (Place destination : places.of(row.to())) {
        parts.add(destination, row.to());
        if (!parts.alike().containsKey(destination.id())) {
          parts.add(source.id(), destination.id(), EdgeKind.ENTRANCE, row.ports());
        }
      }
    }
  }
}
