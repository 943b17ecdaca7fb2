package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A claim to prove. */
public sealed interface Assertion {
  /** Its name, unique in the program. */
  String name();

  /** Its claim, without the name. */
  Span span();

  /** Every party that it names. */
  default List<Party> parties() {
    return switch (this) {
      case Never a -> both(a.from(), a.to());
      case NoPath a -> both(both(a.from(), a.to()), a.via());
      case Only a -> both(both(a.from(), a.among()), a.to());
      case Isolated a -> a.zones();
      case Reachable a -> both(a.from(), a.to());
      case TiersAdjacent a -> a.tiers().stream().flatMap(tier -> tier.zones().stream()).toList();
    };
  }

  private static List<Party> both(List<Party> a, List<Party> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  /** No endpoint of {@code from} can open {@code service} to one of {@code to}. */
  record Never(String name, List<Party> from, List<Party> to, Service service, Span span)
      implements Assertion {
    /** Copies the parties. */
    public Never {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * No sequence of one or more connections leads from {@code from} to {@code to} unless it touches
   * {@code via}.
   *
   * @param via what every path may be excused by; may be empty
   * @param within the most hops that count; any number where absent
   */
  record NoPath(
      String name, List<Party> from, List<Party> to, List<Party> via, OptionalInt within, Span span)
      implements Assertion {
    /** Copies the parties. */
    public NoPath {
      from = List.copyOf(from);
      to = List.copyOf(to);
      via = List.copyOf(via);
    }
  }

  /**
   * Whatever of {@code among} connects to {@code to} is in {@code from} and uses {@code service}.
   *
   * @param among whose connections it is about; empty for everyone's
   */
  record Only(
      String name, List<Party> from, List<Party> among, List<Party> to, Service service, Span span)
      implements Assertion {
    /** About everyone's connections. */
    public Only(String name, List<Party> from, List<Party> to, Service service, Span span) {
      this(name, from, List.of(), to, service, span);
    }

    /** Copies the parties. */
    public Only {
      from = List.copyOf(from);
      among = List.copyOf(among);
      to = List.copyOf(to);
    }
  }

  /** Every connection with an end in {@code zones} is declared by a flow. */
  record Isolated(String name, List<Party> zones, Span span) implements Assertion {
    /** Copies the parties. */
    public Isolated {
      zones = List.copyOf(zones);
    }
  }

  /** Every endpoint of {@code from} can open all of {@code service} to every one of {@code to}. */
  record Reachable(String name, List<Party> from, List<Party> to, Service service, Span span)
      implements Assertion {
    /** Copies the parties. */
    public Reachable {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * Every connection between zones of {@code tiers} stays in a tier or leads to the next one.
   *
   * @param tiers from the edge inwards; at least two
   */
  record TiersAdjacent(String name, List<Tier> tiers, Span span) implements Assertion {
    /** Copies the tiers. */
    public TiersAdjacent {
      tiers = List.copyOf(tiers);
    }

    /** Whether connections may lead from the tier numbered {@code from} to that numbered so. */
    public static boolean mayLead(int from, int to) {
      return to == from || to == from + 1;
    }
  }

  /** A tier, and the zones that are in it. */
  record Tier(String name, List<Party> zones) {
    /** Copies the zones. */
    public Tier {
      zones = List.copyOf(zones);
    }
  }
}
