package dev.zonec.verifier.diff;

import dev.zonec.kubernetes.world.Workload;
import java.util.List;

/**
 * The sources or the destinations of a region.
 *
 * @param cell the cell that contains them
 * @param parts the description of the ends, if they are not the whole cell; otherwise empty
 * @param deployed the declared workloads that can be among them
 */
public record RegionEnds(Cell cell, List<RegionPart> parts, List<Workload> deployed) {
  /** Copies the lists. */
  public RegionEnds {
    parts = List.copyOf(parts);
    deployed = List.copyOf(deployed);
  }

  /** Whether the ends are all ends of the cell. */
  public boolean whole() {
    return parts.isEmpty();
  }
}
