package dev.zonec.importer;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * What a draft depends on beside the policies.
 *
 * @param module the name of its module
 * @param pods where pods have their addresses; none where it is not said
 * @param blocksAvoidPods whether it is settled that address blocks do not match pods
 */
public record ImportOptions(String module, List<Cidr> pods, boolean blocksAvoidPods) {
  /** Copies the blocks. */
  public ImportOptions {
    pods = List.copyOf(pods);
  }

  Cluster cluster() {
    return new Cluster(pods, List.of(), List.of());
  }
}
