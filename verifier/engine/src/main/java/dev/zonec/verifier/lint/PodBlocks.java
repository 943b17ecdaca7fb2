package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * Warns about address blocks inside the declared address ranges of pods, if the API leaves open
 * whether the blocks match pods.
 *
 * @param cluster the declared ranges
 */
record PodBlocks(Cluster cluster) {
  /** Returns the warnings about {@code peer}. */
  List<Diagnostic> check(Ends.Addresses peer) {
    if (peer.podsOnlyIf().isEmpty()) {
      return List.of();
    }
    return peer.blocks().stream()
        .map(IpBlock::cidr)
        .filter(block -> cluster.pods().stream().anyMatch(range -> range.contains(block)))
        .map(block -> warning(peer, block))
        .toList();
  }

  private static Diagnostic warning(Ends.Addresses peer, Cidr block) {
    return Diagnostic.warning(
            Code.ZC0634, peer.span(), "`" + block + "` is in the address range of pods")
        .note("whether an `ipBlock` matches pods depends on the implementation")
        .help("select the pods by their labels");
  }
}
