package dev.zonec.verifier.reach;

import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of ports of a destination, as a product: the ports of a range to which the destination
 * gives some names and does not give others.
 *
 * @param protocol the protocol
 * @param range the numbers of the ports
 * @param names the names that the destination must give to the port; usually none
 * @param without the names that the destination must not give to the port; usually none
 */
public record PortBox(
    Protocol protocol, PortRange range, SortedSet<String> names, SortedSet<String> without) {
  private static final SortedSet<String> NONE = Collections.unmodifiableSortedSet(new TreeSet<>());

  /** Every port of every protocol. */
  public static final List<PortBox> ANY =
      List.of(
          new PortBox(Protocol.TCP, PortRange.ALL, NONE, NONE),
          new PortBox(Protocol.UDP, PortRange.ALL, NONE, NONE),
          new PortBox(Protocol.SCTP, PortRange.ALL, NONE, NONE));

  /** Copies the names. */
  public PortBox {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
  }

  /** Returns the ports of {@code clause}. */
  public static PortBox of(PortClause clause) {
    return switch (clause) {
      case PortClause.AllPorts(Protocol protocol) ->
          new PortBox(protocol, PortRange.ALL, NONE, NONE);
      case PortClause.Numbered(Protocol protocol, PortRange range) ->
          new PortBox(protocol, range, NONE, NONE);
      case PortClause.Named(Protocol protocol, String name) ->
          new PortBox(protocol, PortRange.ALL, new TreeSet<>(List.of(name)), NONE);
    };
  }

  /** Returns the ports of {@code service}. */
  public static List<PortBox> of(Service service) {
    return switch (service) {
      case Service.Anything anything -> ANY;
      case Service.Listed(var clauses) -> clauses.stream().map(PortBox::of).toList();
    };
  }

  /** Returns the intersection with {@code other}. */
  public Optional<PortBox> and(PortBox other) {
    int first = Math.max(range.first(), other.range.first());
    int last = Math.min(range.last(), other.range.last());
    if (protocol != other.protocol || last < first) {
      return Optional.empty();
    }
    SortedSet<String> all = union(names, other.names);
    SortedSet<String> none = union(without, other.without);
    return Collections.disjoint(all, none)
        ? Optional.of(new PortBox(protocol, new PortRange(first, last), all, none))
        : Optional.empty();
  }

  private static SortedSet<String> union(SortedSet<String> some, SortedSet<String> more) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  /** Returns the ports that are not in {@code hole}, as disjoint pieces. */
  public List<PortBox> minus(PortBox hole) {
    Optional<PortBox> common = and(hole);
    if (common.isEmpty()) {
      return List.of(this);
    }
    List<PortBox> out = new ArrayList<>();
    PortRange middle = common.get().range;
    if (range.first() < middle.first()) {
      out.add(within(new PortRange(range.first(), middle.first() - 1)));
    }
    if (middle.last() < range.last()) {
      out.add(within(new PortRange(middle.last() + 1, range.last())));
    }
    PortBox left = within(middle);
    for (String name : hole.names) {
      if (!left.names.contains(name)) {
        out.add(left.notNamed(name));
        left = left.named(name);
      }
    }
    for (String name : hole.without) {
      if (!left.without.contains(name)) {
        out.add(left.named(name));
        left = left.notNamed(name);
      }
    }
    return out;
  }

  private PortBox within(PortRange part) {
    return new PortBox(protocol, part, names, without);
  }

  private PortBox named(String name) {
    return new PortBox(protocol, range, union(names, new TreeSet<>(List.of(name))), without);
  }

  private PortBox notNamed(String name) {
    return new PortBox(protocol, range, names, union(without, new TreeSet<>(List.of(name))));
  }

  /** Returns the ports in {@code boxes} that are in none of {@code holes}. */
  static List<PortBox> minus(List<PortBox> boxes, List<PortBox> holes) {
    List<PortBox> left = boxes;
    for (PortBox hole : holes) {
      left = left.stream().flatMap(box -> box.minus(hole).stream()).toList();
    }
    return left;
  }

  /** Returns the intersection of two unions, without duplicates. */
  public static List<PortBox> and(List<PortBox> as, List<PortBox> bs) {
    PortBoxIndex index = new PortBoxIndex(bs);
    Set<PortBox> out = new LinkedHashSet<>();
    for (PortBox a : as) {
      index.intersecting(a.range).forEach(b -> a.and(bs.get(b)).ifPresent(out::add));
    }
    return List.copyOf(out);
  }
}
