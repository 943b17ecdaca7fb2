package dev.zonec.verifier.diff;

import dev.zonec.model.net.Family;
import java.util.List;
import java.util.Set;

/**
 * A set of connections that only one of two worlds allows: every source can connect to every
 * destination on every port. The regions of a comparison are disjoint.
 *
 * @param from the sources
 * @param to the destinations
 * @param ports the ports, as ranges such as {@code tcp/80} and port names such as {@code
 *     tcp/"metrics"}; {@code any} for every port
 * @param families the address families, if not all families of pods; otherwise empty
 * @param examples connections in the region, one for each set of rules that decides them; at least
 *     one
 * @param moreReasons whether other rules decide further connections of the region
 */
public record Region(
    RegionEnds from,
    RegionEnds to,
    List<String> ports,
    Set<Family> families,
    List<ChangedConnection> examples,
    boolean moreReasons) {
  /** Copies the collections. */
  public Region {
    ports = List.copyOf(ports);
    families = Set.copyOf(families);
    examples = List.copyOf(examples);
  }
}
