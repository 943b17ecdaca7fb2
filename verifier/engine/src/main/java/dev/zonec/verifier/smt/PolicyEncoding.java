package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Enforcement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Encodes what policies admit at one end of a connection: the tiers of their rules, in order. */
final class PolicyEncoding {
  private final Terms terms;
  private final RuleEncoding rules;
  private final TierEncoding tiers;
  private final IsolationEncoding isolation;
  private final Definitions definitions;
  private final Map<CacheKey, List<Cached>> cache = new HashMap<>();

  PolicyEncoding(
      Terms terms,
      Vocabulary vocabulary,
      EndpointEncoding ends,
      PortEncoding ports,
      Definitions definitions) {
    this.terms = terms;
    this.definitions = definitions;
    this.rules = new RuleEncoding(terms, vocabulary, ends, ports);
    this.tiers = new TierEncoding(terms, rules);
    this.isolation = new IsolationEncoding(terms, vocabulary, ends, rules, definitions);
  }

  /** The end is a subject of the chain, and one of its rules may match. */
  BoolExpr mayMatch(
      Chain chain, Enforcement enforcement, EndpointSymbols self, EndpointSymbols other) {
    List<BoolExpr> some = new ArrayList<>();
    for (ChainRule rule : chain.rules()) {
      if (RuleEncoding.isRelevant(rule, enforcement)) {
        some.add(rules.match(rule, enforcement, other).possible());
      }
    }
    return terms.and(List.of(rules.subject(chain, self), terms.or(some)));
  }

  /** The end is no pod, or the tiers let the connection through. */
  BoolExpr admitted(
      Enforcement enforcement, Direction direction, EndpointSymbols self, EndpointSymbols other) {
    Optional<BoolExpr> next = Optional.empty();
    for (RuleTier tier : enforcement.rules().tiers().reversed()) {
      if (tier.asks(direction)) {
        BoolExpr asked = tier(tier, direction, enforcement, self, other, next);
        next = Optional.of(unlessSkipped(tier, direction, enforcement, self, asked, next));
      }
    }
    return next.orElseGet(() -> terms.z3().mkTrue());
  }

  /** {@code next} where the tier is not asked, and {@code asked} where it is. */
  private BoolExpr unlessSkipped(
      RuleTier tier,
      Direction direction,
      Enforcement enforcement,
      EndpointSymbols self,
      BoolExpr asked,
      Optional<BoolExpr> next) {
    Optional<RuleTier.Skip> skip = tier.skip().filter(enforcement::applies);
    if (skip.isEmpty()) {
      return asked;
    }
    RuleTier other = enforcement.rules().tier(skip.get().other());
    BoolExpr skipped = isolation.isolated(other, direction.opposite(), self);
    return next.isEmpty()
        ? terms.or(List.of(skipped, asked))
        : terms.or(
            List.of(
                terms.and(List.of(skipped, next.get())),
                terms.and(List.of(terms.not(skipped), asked))));
  }

  /**
   * The tier lets the connection through, given what the next one does; without a next one, all
   * that comes after it is admitted.
   */
  private BoolExpr tier(
      RuleTier tier,
      Direction direction,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other,
      Optional<BoolExpr> next) {
    if (tier.isolates() && tier.isLocal()) {
      BoolExpr admits = isolation.admitted(tier, direction, enforcement, self, other);
      return next.isEmpty()
          ? admits
          : terms.and(
              List.of(
                  admits,
                  terms.or(List.of(isolation.isolated(tier, direction, self), next.get()))));
    }
    BoolExpr ifNextAdmits = literal(tier, direction, enforcement, self, other, true);
    // A tier is monotone in what comes after it, so that two cases tell all.
    return next.isEmpty()
        ? ifNextAdmits
        : terms.or(
            List.of(
                literal(tier, direction, enforcement, self, other, false),
                terms.and(List.of(ifNextAdmits, next.get()))));
  }

  /** Where a literal for a tier can be used again. */
  private record CacheKey(
      Direction direction, List<IpAddress> nodes, Reading reading, boolean nextAdmits) {}

  /** The literal for a tier: the end is no pod, or the tier lets the connection through. */
  private record Cached(RuleTier tier, BoolExpr literal) {}

  private BoolExpr literal(
      RuleTier tier,
      Direction direction,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other,
      boolean nextAdmits) {
    List<Cached> here =
        cache.computeIfAbsent(
            new CacheKey(direction, enforcement.nodes(), enforcement.reading(), nextAdmits),
            p -> new ArrayList<>());
    for (Cached one : here) {
      if (one.tier().equals(tier)) {
        return definitions.use(one.literal());
      }
    }
    BoolExpr literal =
        definitions.define(
            () ->
                terms.or(
                    List.of(
                        terms.not(self.isPod()),
                        tiers.tier(
                            tier,
                            direction,
                            enforcement,
                            self,
                            other,
                            nextAdmits ? terms.z3().mkTrue() : terms.z3().mkFalse()))));
    here.add(new Cached(tier, literal));
    return literal;
  }
}
