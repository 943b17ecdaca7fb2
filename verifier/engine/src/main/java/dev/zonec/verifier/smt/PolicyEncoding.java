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

/**
 * Encodes that the policies at one end of a connection admit it: the tiers of their rules, in
 * order.
 *
 * <p>The tiers are encoded from the last to the first. A tier that isolates pods of named
 * namespaces is encoded by {@link IsolationEncoding}, any other tier by {@link TierEncoding}. The
 * literal of such a tier is used again in every question with an equal tier.
 */
final class PolicyEncoding {
  private final Expressions expressions;
  private final RuleEncoding rules;
  private final TierEncoding tiers;
  private final IsolationEncoding isolation;
  private final Definitions definitions;
  private final Map<CacheKey, List<Cached>> cache = new HashMap<>();

  PolicyEncoding(
      Expressions expressions,
      Vocabulary vocabulary,
      EndpointEncoding ends,
      PortEncoding ports,
      Definitions definitions) {
    this.expressions = expressions;
    this.definitions = definitions;
    this.rules = new RuleEncoding(expressions, vocabulary, ends, ports);
    this.tiers = new TierEncoding(expressions, rules);
    this.isolation = new IsolationEncoding(expressions, vocabulary, ends, rules, definitions);
  }

  /** The end is a subject of the chain, and a rule of the chain may match. */
  BoolExpr mayMatch(
      Chain chain, Enforcement enforcement, EndpointSymbols self, EndpointSymbols other) {
    List<BoolExpr> some = new ArrayList<>();
    for (ChainRule rule : chain.rules()) {
      if (RuleEncoding.isRelevant(rule, enforcement)) {
        some.add(rules.match(rule, enforcement, other).possible());
      }
    }
    return expressions.and(List.of(rules.subject(chain, self), expressions.or(some)));
  }

  /** The end is not a pod, or the tiers let the connection through. */
  BoolExpr admitted(
      Enforcement enforcement, Direction direction, EndpointSymbols self, EndpointSymbols other) {
    Optional<BoolExpr> next = Optional.empty();
    for (RuleTier tier : enforcement.rules().tiers().reversed()) {
      if (tier.asks(direction)) {
        BoolExpr result = tier(tier, direction, enforcement, self, other, next);
        next = Optional.of(unlessSkipped(tier, direction, enforcement, self, result, next));
      }
    }
    return next.orElseGet(() -> expressions.z3().mkTrue());
  }

  /**
   * The result of a tier that may be {@linkplain RuleTier#skip skipped}: {@code next} if it is
   * skipped, and {@code result} if not. Without a next tier, everything is admitted after a skipped
   * tier.
   */
  private BoolExpr unlessSkipped(
      RuleTier tier,
      Direction direction,
      Enforcement enforcement,
      EndpointSymbols self,
      BoolExpr result,
      Optional<BoolExpr> next) {
    Optional<RuleTier.Skip> skip = tier.skip().filter(enforcement::applies);
    if (skip.isEmpty()) {
      return result;
    }
    RuleTier other = enforcement.rules().tier(skip.get().other());
    BoolExpr skipped = isolation.isolated(other, direction.opposite(), self);
    return next.isEmpty()
        ? expressions.or(List.of(skipped, result))
        : expressions.or(
            List.of(
                expressions.and(List.of(skipped, next.get())),
                expressions.and(List.of(expressions.not(skipped), result))));
  }

  /**
   * The tier lets the connection through if the next tier has the result {@code next}. Without a
   * next tier, all that this tier does not decide is admitted.
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
          : expressions.and(
              List.of(
                  admits,
                  expressions.or(List.of(isolation.isolated(tier, direction, self), next.get()))));
    }
    BoolExpr ifNextAdmits = literal(tier, direction, enforcement, self, other, true);
    // The result of a tier is monotone in the result of the next tier, so two literals are enough:
    // one if the next tier admits, and one if it denies.
    return next.isEmpty()
        ? ifNextAdmits
        : expressions.or(
            List.of(
                literal(tier, direction, enforcement, self, other, false),
                expressions.and(List.of(ifNextAdmits, next.get()))));
  }

  /** Questions with the same key can share the literal of equal tiers. */
  private record CacheKey(
      Direction direction, List<IpAddress> nodes, Reading reading, boolean nextAdmits) {}

  /** The literal of a tier: the end is not a pod, or the tier lets the connection through. */
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
    for (Cached cached : here) {
      if (cached.tier().equals(tier)) {
        return definitions.use(cached.literal());
      }
    }
    BoolExpr literal =
        definitions.define(
            () ->
                expressions.or(
                    List.of(
                        expressions.not(self.isPod()),
                        tiers.tier(
                            tier,
                            direction,
                            enforcement,
                            self,
                            other,
                            nextAdmits ? expressions.z3().mkTrue() : expressions.z3().mkFalse()))));
    here.add(new Cached(tier, literal));
    return literal;
  }
}
