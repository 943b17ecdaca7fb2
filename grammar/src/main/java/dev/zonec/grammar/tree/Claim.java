package dev.zonec.grammar.tree;

import java.util.List;

/** What an assertion claims. */
public sealed interface Claim {
  /** The claim without the assertion's name. */
  Where where();

  /** {@code never from -> to : services}. */
  record Never(List<Word> from, List<Word> to, Services services, Where where) implements Claim {}

  /** {@code no path from ~> to except via z within n hops}. */
  record NoPath(List<Word> from, List<Word> to, List<Word> via, Bound bound, Where where)
      implements Claim {}

  /** How long a path may be to count. */
  sealed interface Bound {
    /** Any length. */
    record AnyLength() implements Bound {}

    /** At most {@code hops}, as written. */
    record Within(Word hops) implements Bound {}
  }

  /** {@code only from -> to : services}. */
  record Only(List<Word> from, List<Word> to, Services services, Where where) implements Claim {}

  /** {@code isolated zones}. */
  record Isolated(List<Word> zones, Where where) implements Claim {}

  /** {@code reachable from -> to : services}. */
  record Reachable(List<Word> from, List<Word> to, Services services, Where where)
      implements Claim {}

  /** {@code tiers adjacent in zones}. */
  record TiersAdjacent(List<Word> zones, Where where) implements Claim {}
}
