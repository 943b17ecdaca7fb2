package dev.zonec.importer.rule;

import dev.zonec.importer.set.PodCube;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** Whom a rule admits. */
public sealed interface Other {
  /** Every pod and every address. */
  record Anyone() implements Other {}

  /** Every pod. */
  record EveryPod() implements Other {}

  /** Pods by labels. */
  record Pods(PodCube pods) implements Other {}

  /**
   * Addresses outside the cluster.
   *
   * @param blocks sorted, at least one
   */
  record Addresses(List<IpBlock> blocks) implements Other {
    /** Copies the blocks. */
    public Addresses {
      blocks = List.copyOf(blocks);
    }
  }

  /** Whether it holds every pod of {@code cube}. */
  default boolean holds(PodCube cube) {
    return switch (this) {
      case Anyone() -> true;
      case EveryPod() -> true;
      case Pods(PodCube pods) -> pods.contains(cube);
      case Addresses addresses -> false;
    };
  }
}
