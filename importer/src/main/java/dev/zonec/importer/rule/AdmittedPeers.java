package dev.zonec.importer.rule;

import dev.zonec.importer.set.PodCube;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** The other ends that a rule admits. */
public sealed interface AdmittedPeers {
  /** Every pod and every address. */
  record Anyone() implements AdmittedPeers {}

  /** Every pod. */
  record EveryPod() implements AdmittedPeers {}

  /** Pods by labels. */
  record Pods(PodCube pods) implements AdmittedPeers {}

  /**
   * Addresses outside the cluster.
   *
   * @param blocks sorted, at least one
   */
  record Addresses(List<IpBlock> blocks) implements AdmittedPeers {
    /** Copies the blocks. */
    public Addresses {
      blocks = List.copyOf(blocks);
    }
  }

  /** Whether every pod of {@code cube} is admitted. */
  default boolean holds(PodCube cube) {
    return switch (this) {
      case Anyone() -> true;
      case EveryPod() -> true;
      case Pods(PodCube pods) -> pods.contains(cube);
      case Addresses addresses -> false;
    };
  }
}
