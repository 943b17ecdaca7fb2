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
 * Address blocks to what an external can say. An external is never pods, so that a block which may
 * hold pods is one only where it is settled that blocks do not match pods.
 */
final class BlockReading {
  private final Cluster cluster;
  private final boolean blocksAvoidPods;

  /**
   * @param cluster where pods have their addresses
   * @param blocksAvoidPods whether it is settled that blocks do not match pods
   */
  BlockReading(Cluster cluster, boolean blocksAvoidPods) {
    this.cluster = cluster;
    this.blocksAvoidPods = blocksAvoidPods;
  }

  /** Why an external cannot say the block, if it cannot. */
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

  /** Whether nothing of the block lies outside the cluster. */
  boolean isInside(IpBlock block) {
    Family family = block.cidr().family();
    List<Cidr> pods = cluster.pods();
    return AddressSet.of(family, List.of(block)).minus(AddressSet.ofCidrs(family, pods)).isEmpty();
  }
}
