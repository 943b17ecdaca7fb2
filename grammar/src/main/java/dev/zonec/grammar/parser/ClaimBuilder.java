package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.ClaimTree;

/** Builds the claims of assertions. */
final class ClaimBuilder {
  private final WordBuilder words;
  private final ServiceBuilder services;

  ClaimBuilder(WordBuilder words) {
    this.words = words;
    this.services = new ServiceBuilder(words);
  }

  ClaimTree build(ZoneParser.ClaimContext context) {
    return switch (context) {
      case ZoneParser.NeverContext c ->
          new ClaimTree.Never(
              words.parties(c.from),
              words.parties(c.to),
              services.services(c.services()),
              words.nodeSpan(c));
      case ZoneParser.NoPathContext c -> noPath(c);
      case ZoneParser.OnlyContext c ->
          new ClaimTree.Only(
              words.parties(c.from),
              c.among == null
                  ? new ClaimTree.Among.Everyone()
                  : new ClaimTree.Among.Members(words.parties(c.among)),
              words.parties(c.to),
              services.services(c.services()),
              words.nodeSpan(c));
      case ZoneParser.IsolatedContext c ->
          new ClaimTree.Isolated(words.parties(c.parties()), words.nodeSpan(c));
      case ZoneParser.ReachableContext c ->
          new ClaimTree.Reachable(
              words.parties(c.from),
              words.parties(c.to),
              services.services(c.services()),
              words.nodeSpan(c));
      case ZoneParser.TiersAdjacentContext c ->
          new ClaimTree.TiersAdjacent(words.parties(c.parties()), words.nodeSpan(c));
      default -> throw new IllegalStateException("no such claim: " + context.getClass());
    };
  }

  private ClaimTree noPath(ZoneParser.NoPathContext c) {
    ClaimTree.Bound bound =
        c.count == null
            ? new ClaimTree.Bound.AnyLength()
            : new ClaimTree.Bound.Within(words.word(c.count));
    return new ClaimTree.NoPath(
        words.parties(c.from),
        words.parties(c.to),
        c.via == null
            ? new ClaimTree.Via.Nothing()
            : new ClaimTree.Via.Through(words.parties(c.via)),
        bound,
        words.nodeSpan(c));
  }
}
