package dev.zonec.application.graph;

import dev.zonec.application.graph.DeclaredEnds.Declared;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.ConnectedGroups;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The ends of a world in groups that are drawn alike: the ends of a group may connect alike, the
 * program declares the same for them, and they are drawn as nodes that can be one node.
 *
 * @param connected the groups, and what may connect
 * @param declared what the program says about the ends of each group
 * @param entrances what Ingresses and routes let in, which is the same for the ends of a group
 */
record EndGroups(ConnectedGroups connected, List<Declared> declared, List<Answer.Row> entrances) {
  private record Key(Object place, Declared declared, OpenPorts entrances, String name) {}

  /** Copies the lists. */
  EndGroups {
    declared = List.copyOf(declared);
    entrances = List.copyOf(entrances);
  }

  /** Groups the ends of {@code world}, which {@code engine} answers about. */
  static EndGroups of(QueryEngine engine, World world, ZoneProgram program, Places places) {
    DeclaredEnds ends = new DeclaredEnds(program);
    Set<String> ambiguous = ambiguous(world);
    List<Answer.Row> entrances = entrances(engine);
    Map<String, OpenPorts> letIn = new HashMap<>();
    entrances.forEach(row -> letIn.put(row.to().label(), row.ports()));
    return by(
        engine.connectedGroups(),
        program,
        entrances,
        end ->
            new Key(
                places.alike(end),
                ends.of(end),
                letIn.getOrDefault(end.label(), OpenPorts.NONE),
                ambiguous.contains(end.endpoint().toString()) ? end.label() : ""));
  }

  private static List<Answer.Row> entrances(QueryEngine engine) {
    Query entrances =
        new Query(
            new Query.End.Entrances(Span.NOWHERE),
            false,
            new Query.End.Anywhere(Span.NOWHERE),
            new Service.Anything(),
            Query.Route.ANY);
    return engine.answer(entrances, 1) instanceof Answer.Connections(var rows) ? rows : List.of();
  }

  /** Returns the same groups, divided by the groups that ends with the same label have there. */
  EndGroups dividedBy(EndGroups others, ZoneProgram program) {
    Map<String, Integer> own = numbers();
    Map<String, Integer> there = others.numbers();
    return by(
        connected,
        program,
        entrances,
        end -> List.of(own.getOrDefault(end.label(), -1), there.getOrDefault(end.label(), -1)));
  }

  private static EndGroups by(
      ConnectedGroups connected,
      ZoneProgram program,
      List<Answer.Row> entrances,
      Function<AnswerEnd, Object> key) {
    ConnectedGroups groups = connected.by(key);
    DeclaredEnds ends = new DeclaredEnds(program);
    List<Declared> declared = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      declared.add(ends.of(groups.members(group).getFirst()));
    }
    return new EndGroups(groups, declared, entrances);
  }

  /** Returns the names that several pods share; a program takes these for one pod. */
  private static Set<String> ambiguous(World world) {
    Set<String> seen = new HashSet<>();
    Set<String> ambiguous = new HashSet<>();
    for (Workload workload : world.workloads()) {
      if (!seen.add(workload.pod().toString())) {
        ambiguous.add(workload.pod().toString());
      }
    }
    return ambiguous;
  }

  /** Returns the number of the group of each end, by its label. */
  private Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int group = 0; group < connected.size(); group++) {
      for (AnswerEnd end : connected.members(group)) {
        numbers.put(end.label(), group);
      }
    }
    return numbers;
  }
}
