package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import java.util.List;
import java.util.Set;

/**
 * Connections that are open: every endpoint of {@code source} can call every one of {@code
 * destination}, on any of {@code ports}, over any of {@code families}.
 *
 * @param source who calls
 * @param destination who is called
 * @param ports at least one
 * @param families at least one
 */
public record Step(Box source, Box destination, List<PortBox> ports, Set<Family> families) {
  /** Copies the collections. */
  public Step {
    ports = List.copyOf(ports);
    families = Set.copyOf(families);
  }
}
