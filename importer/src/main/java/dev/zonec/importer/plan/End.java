package dev.zonec.importer.plan;

import dev.zonec.importer.set.PodCube;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** An end of a flow that has no name yet. */
public sealed interface End {
  /** {@code any}. */
  record Anyone() implements End {}

  /** {@code any-pod}. */
  record EveryPod() implements End {}

  /** A zone. */
  record InZone(PodCube pods) implements End {}

  /** An external of pods. */
  record Foreign(PodCube pods) implements End {}

  /** An external of addresses. */
  record Addresses(List<IpBlock> blocks) implements End {
    /** Copies the blocks. */
    public Addresses {
      blocks = List.copyOf(blocks);
    }
  }
}
