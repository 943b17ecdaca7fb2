package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import java.util.List;
import java.util.Set;

/**
 * Connections to which one end agrees.
 *
 * @param self the endpoints that agree
 * @param other whom they agree to talk to
 * @param ports on which ports
 * @param families over which address families
 */
public record ConnectionBox(Box self, Box other, List<PortBox> ports, Set<Family> families) {
  /** Either family. */
  public static final Set<Family> EITHER = Set.of(Family.values());

  /** Copies the collections. */
  public ConnectionBox {
    ports = List.copyOf(ports);
    families = Set.copyOf(families);
  }
}
