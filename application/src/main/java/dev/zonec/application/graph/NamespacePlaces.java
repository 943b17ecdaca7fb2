package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.List;
import java.util.Optional;

/** Draws each namespace as a node. */
record NamespacePlaces(ExternalPlaces externals) implements Places {
  NamespacePlaces(ZoneProgram program) {
    this(new ExternalPlaces(program));
  }

  @Override
  public List<Place> of(AnswerEnd end) {
    return List.of(
        end.endpoint() instanceof Endpoint.Pod pod
            ? new Place(
                "namespace:" + pod.namespace().name(),
                pod.namespace().name(),
                List.of(),
                NodeKind.NAMESPACE,
                Optional.empty())
            : externals.of(end));
  }

  @Override
  public List<Graph.Group> groups() {
    return List.of();
  }
}
