package dev.zonec.compiler.lower;

import dev.zonec.compiler.resolve.BlockDifference;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.List;

/** Subtracts address blocks with exceptions from others. */
final class IpBlockDifference {
  private IpBlockDifference() {}

  static List<IpBlock> of(List<IpBlock> blocks, List<IpBlock> holes) {
    List<IpBlock> left = blocks;
    for (IpBlock hole : holes) {
      List<IpBlock> next = new ArrayList<>(BlockDifference.of(left, List.of(hole.cidr())));
      // The exceptions of the subtracted block remain.
      for (Cidr spared : hole.except()) {
        left.forEach(block -> next.addAll(inside(block, spared)));
      }
      left = next;
    }
    return left;
  }

  private static List<IpBlock> inside(IpBlock block, Cidr part) {
    if (part.contains(block.cidr())) {
      return List.of(block);
    }
    return block.cidr().contains(part)
        ? BlockDifference.of(List.of(new IpBlock(part, List.of())), block.except())
        : List.of();
  }
}
