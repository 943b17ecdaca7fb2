package dev.zonec.importer.rule;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import java.util.List;
import java.util.Optional;

/**
 * Decides which address blocks an external can express. An external never contains pods. A block
 * that may contain addresses of pods is therefore expressible only if {@code ipblock-matches-pods}
 * is settled as {@code no}.
 */
final class BlockReading {
  private final Cluster cluster;
  private final boolean blocksAvoidPods;

  /**
   * @param cluster the address ranges of pods
   * @param blocksAvoidPods whether {@code ipblock-matches-pods} is settled as {@code no}
   */
  BlockReading(Cluster cluster, boolean blocksAvoidPods) {
    this.cluster = cluster;
    this.blocksAvoidPods = blocksAvoidPods;
  }

  /** Returns the error for a block that an external cannot express; empty if it can. */
  Optional<Diagnostic> inexpressible(IpBlock block, String policy, Span span) {
    Family family = block.cidr().family();
    AddressSet held = AddressSet.of(family, List.of(block));
    boolean mayHoldPods = held.overlaps(cluster.podAddresses(family));
    if (!mayHoldPods || (cluster.podsDeclared() && blocksAvoidPods)) {
      return Optional.empty();
    }
    Diagnostic problem =
        Diagnostic.error(
                Code.ZC0701,
                span,
                policy + " names addresses that pods may have: `" + block.cidr() + "`")
            .labelled("an external with addresses never matches pods")
            .note("whether such a block matches pods depends on the implementation");
    return Optional.of(
        cluster.podsDeclared()
            ? problem.help("if it does not match pods, pass `--assume ipblock-matches-pods=no`")
            : problem.help("declare the addresses of the pods: `--pods 10.244.0.0/16`"));
  }

  /** Whether the block contains only addresses of pods. */
  boolean isInside(IpBlock block) {
    Family family = block.cidr().family();
    List<Cidr> pods = cluster.pods();
    return AddressSet.of(family, List.of(block)).minus(AddressSet.ofCidrs(family, pods)).isEmpty();
  }
}
