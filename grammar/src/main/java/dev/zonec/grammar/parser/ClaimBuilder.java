package dev.zonec.grammar.parser;

import dev.zonec.grammar.parser.antlr.ZoneParser;
import dev.zonec.grammar.tree.Claim;

/** Builds what assertions claim. */
final class ClaimBuilder {
  private final Words words;
  private final ServiceBuilder services;

  ClaimBuilder(Words words) {
    this.words = words;
    this.services = new ServiceBuilder(words);
  }

  Claim build(ZoneParser.ClaimContext context) {
    return switch (context) {
      case ZoneParser.NeverContext c ->
          new Claim.Never(
              words.parties(c.from),
              words.parties(c.to),
              services.services(c.services()),
              words.where(c));
      case ZoneParser.NoPathContext c -> noPath(c);
      case ZoneParser.OnlyContext c ->
          new Claim.Only(
              words.parties(c.from),
              c.among == null
                  ? new Claim.Among.Everyone()
                  : new Claim.Among.Members(words.parties(c.among)),
              words.parties(c.to),
              services.services(c.services()),
              words.where(c));
      case ZoneParser.IsolatedContext c ->
          new Claim.Isolated(words.parties(c.parties()), words.where(c));
      case ZoneParser.ReachableContext c ->
          new Claim.Reachable(
              words.parties(c.from),
              words.parties(c.to),
              services.services(c.services()),
              words.where(c));
      case ZoneParser.TiersAdjacentContext c ->
          new Claim.TiersAdjacent(words.parties(c.parties()), words.where(c));
      default -> throw new IllegalStateException("no such claim: " + context.getClass());
    };
  }

  private Claim noPath(ZoneParser.NoPathContext c) {
    Claim.Bound bound =
        c.count == null ? new Claim.Bound.AnyLength() : new Claim.Bound.Within(words.word(c.count));
    return new Claim.NoPath(
        words.parties(c.from),
        words.parties(c.to),
        c.via == null ? new Claim.Via.Nothing() : new Claim.Via.Through(words.parties(c.via)),
        bound,
        words.where(c));
  }
}
