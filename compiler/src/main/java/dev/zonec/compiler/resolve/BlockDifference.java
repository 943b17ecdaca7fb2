package dev.zonec.compiler.resolve;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Subtracts address blocks. The result consists of blocks with exceptions. */
public final class BlockDifference {
  private BlockDifference() {}

  /**
   * Returns exactly the addresses of {@code blocks} that are in none of {@code without}. Every
   * exception is strictly inside its block, and no exception is inside another.
   */
  public static List<IpBlock> of(List<IpBlock> blocks, Collection<Cidr> without) {
    return blocks.stream()
        .map(block -> less(block, without))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Optional<IpBlock> less(IpBlock block, Collection<Cidr> without) {
    List<Cidr> holes = new ArrayList<>(block.except());
    for (Cidr hole : without) {
      if (hole.contains(block.cidr())) {
        return Optional.empty();
      }
      if (block.cidr().contains(hole)) {
        holes.add(hole);
      }
    }
    List<Cidr> outermost =
        holes.stream()
            .filter(hole -> holes.stream().noneMatch(o -> !o.equals(hole) && o.contains(hole)))
            .toList();
    IpBlock rest = new IpBlock(block.cidr(), outermost);
    boolean empty = AddressSet.of(block.cidr().family(), List.of(rest)).isEmpty();
    return empty ? Optional.empty() : Optional.of(rest);
  }
}
