package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.GroupKind;
import dev.zonec.application.graph.Graph.NodeKind;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws each zone as a node in the box of the zone around it. A zone around others is a box, and
 * its pods that are in no inner zone are a node of their own. A zone on its own is in the box of
 * its namespace, if its pods are in one namespace.
 */
final class ZonePlaces implements Places {
  private final NestedZones zones;
  private final ExternalPlaces externals;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Graph.Group> namespaces = new LinkedHashMap<>();

  ZonePlaces(World world, ZoneProgram program, NestedZones zones) {
    this.zones = zones;
    this.externals = new ExternalPlaces(program);
    Map<String, Set<String>> namespacesOf = new HashMap<>();
    for (Workload workload : world.workloads()) {
      for (String zone : zones.innermost(workload.pod())) {
        namespacesOf.computeIfAbsent(zone, name -> new TreeSet<>()).add(workload.namespace());
      }
    }
    for (Party.Zone zone : program.zones()) {
      boolean around = zones.hasInner(zone.name());
      Set<String> own = namespacesOf.getOrDefault(zone.name(), Set.of());
      places.put(
          zone.name(),
          new Place(
              "zone:" + zone.name(),
              around ? zone.name() + ": other pods" : zone.name(),
              List.of(),
              NodeKind.ZONE,
              around ? Optional.of(box(zone.name())) : box(zone.name(), own),
              zones.tier(zone.name())));
    }
  }

  private static String box(String zone) {
    return "box:" + zone;
  }

  private Optional<String> box(String zone, Set<String> own) {
    Optional<String> outer = zones.outer(zone);
    if (outer.isPresent() || own.size() != 1) {
      return outer.map(ZonePlaces::box);
    }
    return Optional.of(namespace(own.iterator().next()));
  }

  private String namespace(String name) {
    String id = WorkloadPlaces.group(name);
    namespaces.putIfAbsent(id, new Graph.Group(id, name, GroupKind.NAMESPACE, Optional.empty()));
    return id;
  }

  @Override
  public List<Place> of(AnswerEnd end) {
    if (!(end.endpoint() instanceof Endpoint.Pod pod)) {
      return List.of(externals.of(end));
    }
    List<Place> found = new ArrayList<>();
    for (String zone : zones.innermost(pod)) {
      found.add(of(zone));
    }
    if (found.isEmpty()) {
      found.add(externals.around(pod).orElseGet(() -> unzoned(pod.namespace().name())));
    }
    return found;
  }

  private Place unzoned(String namespace) {
    return new Place(
        "unzoned:" + namespace,
        "in no zone",
        List.of(),
        NodeKind.UNZONED,
        Optional.of(namespace(namespace)));
  }

  /** Returns the place of a zone. */
  private Place of(String zone) {
    Place place = places.get(zone);
    if (place == null) {
      throw new IllegalArgumentException("no zone: " + zone);
    }
    return place;
  }

  /** Returns the place of a party of a flow. */
  Place of(Party party) {
    return party instanceof Party.Zone zone ? of(zone.name()) : ExternalPlaces.of(party);
  }

  @Override
  public List<Place> always() {
    return places.values().stream()
        .filter(place -> !zones.hasInner(place.id().substring("zone:".length())))
        .toList();
  }

  @Override
  public List<Graph.Group> groups() {
    List<Graph.Group> groups = new ArrayList<>();
    for (Party.Zone zone : zones.all()) {
      if (zones.hasInner(zone.name())) {
        groups.add(
            new Graph.Group(
                box(zone.name()),
                zone.name(),
                GroupKind.ZONE,
                zones.outer(zone.name()).map(ZonePlaces::box)));
      }
    }
    groups.addAll(namespaces.values());
    return groups;
  }

  @Override
  public List<String> layers() {
    return zones.tierNames().stream().map(name -> "tier " + name).toList();
  }
}
