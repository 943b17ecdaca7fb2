package dev.zonec.application.graph;

import dev.zonec.application.graph.Graph.NodeKind;
import java.util.List;
import java.util.Optional;

/**
 * Where an end of an answer is drawn.
 *
 * @param id the id of the node
 * @param name its name
 * @param details lines that do not depend on the members of the node
 * @param kind what it stands for
 * @param group the id of the box that it is in
 * @param layer the number of its layer; -1 if it has none
 */
record Place(
    String id,
    String name,
    List<String> details,
    NodeKind kind,
    Optional<String> group,
    int layer) {
  /** Copies the details. */
  Place {
    details = List.copyOf(details);
  }

  /** Creates a place without a layer. */
  Place(String id, String name, List<String> details, NodeKind kind, Optional<String> group) {
    this(id, name, details, kind, group, -1);
  }

  /** Returns the same place in layer {@code number}. */
  Place inLayer(int number) {
    return new Place(id, name, details, kind, group, number);
  }

  /** Returns the same place in no box. */
  Place alone() {
    return new Place(id, name, details, kind, Optional.empty(), layer);
  }
}
