package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.BlockDifference;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;

/** Computes the addresses of an external that are outside the cluster. */
final class ExternalBlocks {
  private ExternalBlocks() {}

  /**
   * Returns {@code declared} without the addresses of pods and Services. The addresses of nodes are
   * subtracted only from blocks that are wider than the range of nodes, because a program that
   * names the range means the nodes.
   */
  static List<IpBlock> of(List<IpBlock> declared, Cluster cluster) {
    List<IpBlock> blocks = new ArrayList<>();
    for (IpBlock block : declared) {
      List<Cidr> inside = new ArrayList<>(cluster.pods());
      inside.addAll(cluster.services());
      cluster.nodes().stream().filter(n -> !n.contains(block.cidr())).forEach(inside::add);
      blocks.addAll(BlockDifference.of(List.of(block), inside));
    }
    return blocks.stream().distinct().toList();
  }
}
