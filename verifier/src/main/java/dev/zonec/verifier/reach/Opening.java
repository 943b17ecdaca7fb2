package dev.zonec.verifier.reach;

import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Ports that are open: those of a range which the destination also gives some names.
 *
 * @param protocol their protocol
 * @param range their numbers
 * @param names the names that the destination must give the port; usually none
 */
public record Opening(Protocol protocol, PortRange range, SortedSet<String> names) {
  /** Every port of every protocol. */
  public static final List<Opening> ANY =
      List.of(
          new Opening(Protocol.TCP, PortRange.ALL, new TreeSet<>()),
          new Opening(Protocol.UDP, PortRange.ALL, new TreeSet<>()),
          new Opening(Protocol.SCTP, PortRange.ALL, new TreeSet<>()));

  /** Copies the names. */
  public Opening {
    names = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /** What {@code clause} opens. */
  public static Opening of(PortClause clause) {
    return switch (clause) {
      case PortClause.AllPorts(Protocol protocol) ->
          new Opening(protocol, PortRange.ALL, new TreeSet<>());
      case PortClause.Numbered(Protocol protocol, PortRange range) ->
          new Opening(protocol, range, new TreeSet<>());
      case PortClause.Named(Protocol protocol, String name) ->
          new Opening(protocol, PortRange.ALL, new TreeSet<>(List.of(name)));
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
    SortedSet<String> both = new TreeSet<>(names);
    both.addAll(other.names);
    return Optional.of(new Opening(protocol, new PortRange(first, last), both));
  }

  /** What some of {@code as} and some of {@code bs} open. */
  public static List<Opening> and(List<Opening> as, List<Opening> bs) {
    List<Opening> out = new ArrayList<>();
    for (Opening a : as) {
      for (Opening b : bs) {
        a.and(b).filter(both -> !out.contains(both)).ifPresent(out::add);
      }
    }
    return out;
  }
}
