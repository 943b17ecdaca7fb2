package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.model.program.Cluster;
import java.util.Optional;

/**
 * Blocks inside the declared ranges of pods: whether they match pods depends on the implementation.
 *
 * @param cluster the declared ranges
 */
record PodBlocks(Cluster cluster) {
  Optional<Diagnostic> check(Peer.Block peer) {
    return cluster.pods().stream().anyMatch(range -> range.contains(peer.block().cidr()))
        ? Optional.of(
            Diagnostic.warning(
                    Code.ZC0634,
                    peer.span(),
                    "`" + peer.block().cidr() + "` is in the address range of pods")
                .note("whether an `ipBlock` matches pods depends on the implementation")
                .help("select the pods by their labels"))
        : Optional.empty();
  }
}
