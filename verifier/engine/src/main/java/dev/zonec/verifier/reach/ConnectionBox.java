package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import java.util.List;
import java.util.Set;

/**
 * A set of connections, seen from one of their ends, as a product.
 *
 * @param self the ends on this side
 * @param other the ends on the other side
 * @param ports the ports of the destination
 * @param families the address families
 */
public record ConnectionBox(Box self, Box other, List<PortBox> ports, Set<Family> families) {
  /** Both families. */
  public static final Set<Family> EITHER = Set.of(Family.values());

  /** Copies the collections. */
  public ConnectionBox {
    ports = List.copyOf(ports);
    families = Set.copyOf(families);
  }
}
