package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.EdgeKind;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.ArrayList;
import java.util.List;

/**
 * The flows of a program that no pods of the manifests can be compared with, because one of their
 * ends has none. Flows that follow from {@code defaults} are left out.
 *
 * @param program the program as it is written: a flow of a {@code foreach} is one flow, of the pods
 *     in all of its namespaces
 * @param ends the ends that the manifests have
 */
record FlowsWithoutPods(ZoneProgram program, List<AnswerEnd> ends) {
  /** Returns the flows. */
  List<Flow> flows() {
    List<Flow> found = new ArrayList<>();
    List<Flow> flows = new ArrayList<>(program.flows());
    program.patterns().forEach(pattern -> flows.addAll(pattern.flows()));
    for (Flow flow : flows) {
      if (!flow.implied() && (isEmpty(flow.from()) || isEmpty(flow.to()))) {
        found.add(flow);
      }
    }
    return found;
  }

  private boolean isEmpty(Party party) {
    return ends.stream().noneMatch(end -> party.contains(end.endpoint()));
  }

  /** Adds the flows to a graph of zones. */
  void addTo(GraphParts parts, ZonePlaces places) {
    for (Flow flow : flows()) {
      Place from = places.of(flow.from());
      Place to = places.of(flow.to());
      parts.add(from);
      parts.add(to);
      parts.add(from.id(), to.id(), EdgeKind.WITHOUT_PODS, flow.service().toString());
    }
  }
}
