package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** An assertion: a claim that must hold whichever flows the program declares. */
public sealed interface Assertion {
  /** Returns the name, which is unique in the program. */
  String name();

  /** Returns the span of the claim, without the name. */
  Span span();

  /** Returns every party that the assertion names. */
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

  /**
   * Returns the parties to which the assertion limits connections: its targets, or its isolated
   * zones. None for {@link Reachable}, which requires connections, and for {@link TiersAdjacent},
   * which limits the connections of all tiers alike.
   */
  default List<Party> limited() {
    return switch (this) {
      case Never a -> a.to();
      case NoPath a -> a.to();
      case Only a -> a.to();
      case Isolated a -> a.zones();
      case Reachable a -> List.of();
      case TiersAdjacent a -> List.of();
    };
  }

  private static List<Party> both(List<Party> a, List<Party> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  /** No endpoint of {@code from} can open {@code service} to an endpoint of {@code to}. */
  record Never(String name, List<Party> from, List<Party> to, Service service, Span span)
      implements Assertion {
    /** Copies the parties. */
    public Never {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * No path leads from {@code from} to {@code to}, except paths that pass through {@code via}.
   *
   * @param via the parties that a path may pass through; may be empty
   * @param within the greatest number of hops of a path that counts; empty for no limit
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
   * A connection from {@code among} to {@code to} starts in {@code from} and uses {@code service}.
   *
   * @param among the parties that the claim restricts; empty for every source
   */
  record Only(
      String name, List<Party> from, List<Party> among, List<Party> to, Service service, Span span)
      implements Assertion {
    /** Creates a claim that restricts every source. */
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

  /** A flow declares every connection with an end in {@code zones}. */
  record Isolated(String name, List<Party> zones, Span span) implements Assertion {
    /** Copies the parties. */
    public Isolated {
      zones = List.copyOf(zones);
    }
  }

  /**
   * Every endpoint of {@code from} can open all of {@code service} to every endpoint of {@code to}.
   */
  record Reachable(String name, List<Party> from, List<Party> to, Service service, Span span)
      implements Assertion {
    /** Copies the parties. */
    public Reachable {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * A connection between zones of {@code tiers} stays in its tier or leads to the next tier.
   *
   * @param tiers the tiers, from the edge inwards; at least two
   */
  record TiersAdjacent(String name, List<Tier> tiers, Span span) implements Assertion {
    /** Copies the tiers. */
    public TiersAdjacent {
      tiers = List.copyOf(tiers);
    }

    /**
     * Whether a connection may lead from the tier with the index {@code from} to the tier with the
     * index {@code to}.
     */
    public static boolean mayLead(int from, int to) {
      return to == from || to == from + 1;
    }
  }

  /** A tier and its zones. */
  record Tier(String name, List<Party> zones) {
    /** Copies the zones. */
    public Tier {
      zones = List.copyOf(zones);
    }
  }
}
