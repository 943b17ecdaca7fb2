package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import java.util.List;
import java.util.Set;

/**
 * A set of allowed connections, as a product: every source can connect to every destination on any
 * of the ports over any of the families.
 *
 * @param source the sources
 * @param worn the labels that policies see at the source. A source that can set labels wears some
 *     of these; otherwise this is {@code source}
 * @param destination the destinations
 * @param ports the ports of the destination; at least one
 * @param families the address families; at least one
 */
public record Step(
    Box source, Box worn, Box destination, List<PortBox> ports, Set<Family> families) {
  /** Copies the collections. */
  public Step {
    ports = List.copyOf(ports);
    families = Set.copyOf(families);
  }

  /** Creates a step whose sources have the labels that policies see. */
  public Step(Box source, Box destination, List<PortBox> ports, Set<Family> families) {
    this(source, source, destination, ports, families);
  }

  /** Returns the step of {@code sources} that wear the labels of {@code labels}. */
  Step wornBy(Box sources, Box labels) {
    return new Step(sources, labels, destination, ports, families);
  }
}
