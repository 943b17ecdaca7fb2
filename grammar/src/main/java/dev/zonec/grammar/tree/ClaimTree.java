package dev.zonec.grammar.tree;

/** A claim of an assertion, without the assertion's name. */
public sealed interface ClaimTree extends Node {

  /** {@code never from -> to : services}. */
  record Never(Parties from, Parties to, Services services, NodeSpan nodeSpan)
      implements ClaimTree {}

  /** {@code no path from ~> to except via z within n hops}. */
  record NoPath(Parties from, Parties to, Via via, Bound bound, NodeSpan nodeSpan)
      implements ClaimTree {}

  /** The parties that a path may pass through. */
  sealed interface Via {
    /** There is no {@code except via}. */
    record Nothing() implements Via {}

    /** {@code except via parties}. */
    record Through(Parties parties) implements Via {}
  }

  /** The length of the paths that count. */
  sealed interface Bound {
    /** Any length. */
    record AnyLength() implements Bound {}

    /** At most {@code hops}, as written. */
    record Within(Word hops) implements Bound {}
  }

  /** {@code only from of among -> to : services}. */
  record Only(Parties from, Among among, Parties to, Services services, NodeSpan nodeSpan)
      implements ClaimTree {}

  /** The sources that {@code only} restricts. */
  sealed interface Among {
    /** Every source. */
    record Everyone() implements Among {}

    /** {@code of parties}. */
    record Members(Parties parties) implements Among {}
  }

  /** {@code isolated zones}. */
  record Isolated(Parties zones, NodeSpan nodeSpan) implements ClaimTree {}

  /** {@code reachable from -> to : services}. */
  record Reachable(Parties from, Parties to, Services services, NodeSpan nodeSpan)
      implements ClaimTree {}

  /** {@code tiers adjacent in zones}. */
  record TiersAdjacent(Parties zones, NodeSpan nodeSpan) implements ClaimTree {}
}
