package dev.zonec.model.net;

import java.util.List;

/**
 * An address block without some smaller blocks inside it.
 *
 * @param cidr the block
 * @param except the exceptions, sorted
 */
public record IpBlock(Cidr cidr, List<Cidr> except) {
  /** Sorts and copies the exceptions. */
  public IpBlock {
    except = except.stream().sorted().distinct().toList();
  }

  /** Whether {@code address} is in the block and in no exception. */
  public boolean contains(IpAddress address) {
    return cidr.contains(address) && except.stream().noneMatch(e -> e.contains(address));
  }

  @Override
  public String toString() {
    return except.isEmpty()
        ? cidr.toString()
        : cidr + " except " + String.join(", ", except.stream().map(Cidr::toString).toList());
  }
}
