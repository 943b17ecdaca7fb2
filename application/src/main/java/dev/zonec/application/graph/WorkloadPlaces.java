package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.GroupKind;
import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws each workload as a node in the box of its namespace. */
final class WorkloadPlaces implements Places {
  private final World world;
  private final ExternalPlaces externals;
  private final Map<String, Place> byLabel = new HashMap<>();

  WorkloadPlaces(World world, ZoneProgram program, NestedZones zones) {
    this.world = world;
    this.externals = new ExternalPlaces(program);
    for (Workload workload : world.workloads()) {
      List<String> details = new ArrayList<>(List.of(workload.kind()));
      List<String> inside = zones.innermost(workload.pod());
      if (!inside.isEmpty()) {
        details.add("zone " + Notes.names(inside));
      }
      byLabel.put(
          workload.label(),
          new Place(
              "workload:" + workload.label(),
              workload.name(),
              details,
              NodeKind.WORKLOAD,
              Optional.of(group(workload.namespace()))));
    }
  }

  /** Returns the id of the box of a namespace. */
  static String group(String namespace) {
    return "namespace:" + namespace;
  }

  @Override
  public List<Place> of(AnswerEnd end) {
    Place workload = byLabel.get(end.label());
    return List.of(
        workload != null && end.endpoint() instanceof Endpoint.Pod ? workload : externals.of(end));
  }

  /** Workloads of one namespace and of the same zones can be drawn as one node. */
  @Override
  public Object alike(AnswerEnd end) {
    Place place = of(end).getFirst();
    return place.kind() == NodeKind.WORKLOAD
        ? List.of(
            place.group(),
            place.details().stream().filter(each -> each.startsWith("zone ")).toList())
        : place;
  }

  @Override
  public List<Graph.Group> groups() {
    return world.workloads().stream()
        .map(Workload::namespace)
        .distinct()
        .map(name -> new Graph.Group(group(name), name, GroupKind.NAMESPACE, Optional.empty()))
        .toList();
  }
}
