package dev.zonec.response.plugin;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.PortClause;
import java.util.List;

/**
 * Addresses and ports that every pod is to refuse.
 *
 * @param name the name of new objects
 * @param label the key of the label of new objects
 * @param id the value of this label
 * @param blocks the addresses
 * @param ports the ports, as ranges of numbers
 */
public record Refusing(
    String name, String label, String id, List<Cidr> blocks, List<PortClause> ports) {
  /** Copies the lists. */
  public Refusing {
    blocks = List.copyOf(blocks);
    ports = List.copyOf(ports);
  }
}
