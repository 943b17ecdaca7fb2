package dev.zonec.application.graph;

import dev.zonec.application.graph.DeclaredEnds.Declared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of groups of ends. Groups with the same places, for whose ends the program declares
 * the same, have the same kind: edges between groups of two kinds differ by their ports only.
 */
final class GroupPlaces {
  private final List<List<Place>> places = new ArrayList<>();
  private final List<Integer> kinds = new ArrayList<>();

  private record Kind(List<String> places, Declared declared) {}

  GroupPlaces(EndGroups groups, Places places) {
    Map<Kind, Integer> numbers = new HashMap<>();
    for (int group = 0; group < groups.connected().size(); group++) {
      List<Place> own = List.copyOf(places.of(groups.connected().members(group).getFirst()));
      Kind kind = new Kind(own.stream().map(Place::id).toList(), groups.declared().get(group));
      this.places.add(own);
      kinds.add(numbers.computeIfAbsent(kind, each -> numbers.size()));
    }
  }

  /** Returns the places of the first end of a group. */
  List<Place> of(int group) {
    return places.get(group);
  }

  /** Returns the number of the kind of a group. */
  int kind(int group) {
    return kinds.get(group);
  }
}
