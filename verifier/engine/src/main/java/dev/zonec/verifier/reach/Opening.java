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
 * Ports that are open: those of a range which the destination also gives some names, and does not
 * give others.
 *
 * @param protocol their protocol
 * @param range their numbers
 * @param names the names that the destination must give the port; usually none
 * @param without the names that it must not give it; usually none
 */
public record Opening(
    Protocol protocol, PortRange range, SortedSet<String> names, SortedSet<String> without) {
  private static final SortedSet<String> NONE = Collections.unmodifiableSortedSet(new TreeSet<>());

  /** Every port of every protocol. */
  public static final List<Opening> ANY =
      List.of(
          new Opening(Protocol.TCP, PortRange.ALL, NONE, NONE),
          new Opening(Protocol.UDP, PortRange.ALL, NONE, NONE),
          new Opening(Protocol.SCTP, PortRange.ALL, NONE, NONE));

  /** Copies the names. */
  public Opening {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
  }

  /** What {@code clause} opens. */
  public static Opening of(PortClause clause) {
    return switch (clause) {
      case PortClause.AllPorts(Protocol protocol) ->
          new Opening(protocol, PortRange.ALL, NONE, NONE);
      case PortClause.Numbered(Protocol protocol, PortRange range) ->
          new Opening(protocol, range, NONE, NONE);
      case PortClause.Named(Protocol protocol, String name) ->
          new Opening(protocol, PortRange.ALL, new TreeSet<>(List.of(name)), NONE);
    };
  }

  /** What {@code service} opens. */
  public static List<Opening> of(Service service) {
    return switch (service) {
      case Service.Anything anything -> ANY;
      case Service.Listed(var clauses) -> clauses.stream().map(Opening::of).toList();
    };
  }

  /** What both open, if anything. */
  public Optional<Opening> and(Opening other) {
    int first = Math.max(range.first(), other.range.first());
    int last = Math.min(range.last(), other.range.last());
    if (protocol != other.protocol || last < first) {
      return Optional.empty();
    }
    SortedSet<String> all = union(names, other.names);
    SortedSet<String> none = union(without, other.without);
    return Collections.disjoint(all, none)
        ? Optional.of(new Opening(protocol, new PortRange(first, last), all, none))
        : Optional.empty();
  }

  private static SortedSet<String> union(SortedSet<String> some, SortedSet<String> more) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  /** What this opens and {@code hole} does not, in disjoint pieces. */
  public List<Opening> minus(Opening hole) {
    Optional<Opening> common = and(hole);
    if (common.isEmpty()) {
      return List.of(this);
    }
    List<Opening> out = new ArrayList<>();
    PortRange middle = common.get().range;
    if (range.first() < middle.first()) {
      out.add(within(new PortRange(range.first(), middle.first() - 1)));
    }
    if (middle.last() < range.last()) {
      out.add(within(new PortRange(middle.last() + 1, range.last())));
    }
    Opening left = within(middle);
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

  private Opening within(PortRange part) {
    return new Opening(protocol, part, names, without);
  }

  private Opening named(String name) {
    return new Opening(protocol, range, union(names, new TreeSet<>(List.of(name))), without);
  }

  private Opening notNamed(String name) {
    return new Opening(protocol, range, names, union(without, new TreeSet<>(List.of(name))));
  }

  /** What some of {@code openings} open and none of {@code holes} does. */
  static List<Opening> minus(List<Opening> openings, List<Opening> holes) {
    List<Opening> left = openings;
    for (Opening hole : holes) {
      left = left.stream().flatMap(opening -> opening.minus(hole).stream()).toList();
    }
    return left;
  }

  /** What some of {@code as} and some of {@code bs} open, each said once. */
  public static List<Opening> and(List<Opening> as, List<Opening> bs) {
    OpeningIndex index = new OpeningIndex(bs);
    Set<Opening> out = new LinkedHashSet<>();
    for (Opening a : as) {
      index.meeting(a.range).forEach(b -> a.and(bs.get(b)).ifPresent(out::add));
    }
    return List.copyOf(out);
  }
}
