package dev.zonec.verifier.diff;

import dev.zonec.model.net.Family;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.PortBox;
import java.util.List;
import java.util.Set;

/**
 * A set of connections as a product of unions of boxes, within a pair of cells.
 *
 * @param from the cell of the sources
 * @param to the cell of the destinations
 */
record Rectangle(
    Cell from,
    Cell to,
    List<Box> sources,
    List<Box> destinations,
    List<PortBox> ports,
    Set<Family> families) {
  /** Copies the collections. */
  Rectangle {
    sources = List.copyOf(sources);
    destinations = List.copyOf(destinations);
    ports = List.copyOf(ports);
    families = Set.copyOf(families);
  }
}
