package dev.zonec.importer;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * The options of a draft.
 *
 * @param module the name of the draft's module
 * @param pods the address ranges of pods; empty if unknown
 * @param blocksAvoidPods whether {@code ipblock-matches-pods} is settled as {@code no}
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
