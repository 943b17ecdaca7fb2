package dev.zonec.views.graph.layout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph with coordinates.
 *
 * @param size the size of the picture
 * @param nodes the place of each node by its id
 * @param groups the place of each box by its id
 * @param routes the lines of the edges, in the order of the edges
 */
public record LaidOut(
    Size size, Map<String, Box> nodes, Map<String, Box> groups, List<Route> routes) {
  /** Copies the collections. */
  public LaidOut {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    routes = List.copyOf(routes);
  }
}
