package dev.zonec.response.block;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.diff.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses and ports to block.
 *
 * @param blocks the addresses: the fewest blocks that contain them, in ascending order
 * @param ports the ports: disjoint ranges of numbers, by protocol
 */
public record Blocked(List<Cidr> blocks, List<PortClause> ports) {
  /** Joins blocks, and ranges of ports, that overlap or are adjacent. */
  public Blocked {
    Collection<Cidr> given = blocks;
    blocks =
        Arrays.stream(Family.values())
            .flatMap(family -> AddressSet.ofCidrs(family, given).blocks().stream())
            .toList();
    Collection<PortClause> clauses = ports;
    if (clauses.stream().anyMatch(PortClause.Named.class::isInstance)) {
      throw new IllegalArgumentException("a port is blocked by its number: " + clauses);
    }
    ports =
        Arrays.stream(Protocol.values())
            .flatMap(protocol -> joined(protocol, clauses).stream())
            .toList();
  }

  private static List<PortClause> joined(Protocol protocol, Collection<PortClause> clauses) {
    List<PortRange> joined = new ArrayList<>();
    clauses.stream()
        .filter(clause -> clause.protocol() == protocol)
        .map(PortClause::numbers)
        .sorted(Comparator.naturalOrder())
        .forEach(
            range -> {
              if (!joined.isEmpty() && joined.getLast().last() + 1 >= range.first()) {
                PortRange last = joined.removeLast();
                joined.add(new PortRange(last.first(), Math.max(last.last(), range.last())));
              } else {
                joined.add(range);
              }
            });
    return joined.stream()
        .<PortClause>map(
            range ->
                range.equals(PortRange.ALL)
                    ? new PortClause.AllPorts(protocol)
                    : new PortClause.Numbered(protocol, range))
        .toList();
  }

  /** Returns the connections to remove. */
  Removal removal() {
    return new Removal(blocks, ports);
  }

  /** Returns the blocks of a family. */
  public List<Cidr> blocks(Family family) {
    return blocks.stream().filter(block -> block.family() == family).toList();
  }

  /** Whether an address of {@code block} is blocked. */
  public boolean touches(IpBlock block) {
    Family family = block.cidr().family();
    return AddressSet.of(family, List.of(block)).overlaps(AddressSet.ofCidrs(family, blocks));
  }

  /**
   * Whether a port of {@code clause} is blocked. A port that has a name in the destination can have
   * any number.
   */
  public boolean touches(PortClause clause) {
    return ports.stream()
        .filter(each -> each.protocol() == clause.protocol())
        .anyMatch(each -> overlap(each.numbers(), clause.numbers()));
  }

  private static boolean overlap(PortRange one, PortRange other) {
    return one.first() <= other.last() && other.first() <= one.last();
  }

  /** Returns the ranges of ports of {@code protocol} that are blocked. */
  List<PortRange> ranges(Protocol protocol) {
    return ports.stream()
        .filter(clause -> clause.protocol() == protocol)
        .map(PortClause::numbers)
        .toList();
  }

  /** Returns text such as {@code 203.0.113.0/24, tcp/445}. */
  @Override
  public String toString() {
    return Stream.concat(blocks.stream().map(Blocked::text), ports.stream().map(Object::toString))
        .collect(Collectors.joining(", "));
  }

  /** Returns a block, or an address if it contains only one. */
  public static String text(Cidr block) {
    return block.prefix() == block.family().bits() ? block.address().toString() : block.toString();
  }
}
