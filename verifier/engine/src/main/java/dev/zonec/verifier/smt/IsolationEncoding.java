package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.reach.LocalChains;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Encodes a tier that {@linkplain RuleTier#isolates isolates} pods of namespaces that it names, as
 * NetworkPolicies do.
 *
 * <p>An end is admitted if no chain isolates it, or if a rule accepts the connection. A chain
 * applies to pods of its own namespace only, so the tier is a conjunction of one implication for
 * each namespace: a pod in this namespace is not isolated, or a rule of the namespace accepts.
 * Almost every question contains the same implications, so each is defined once for the whole run.
 */
final class IsolationEncoding {
  /**
   * Smaller tiers belong to a single question. They are divided again each time and are not kept.
   */
  private static final int FEW_CHAINS = 100;

  private final Expressions expressions;
  private final Vocabulary vocabulary;
  private final EndpointEncoding ends;
  private final RuleEncoding rules;
  private final Definitions definitions;
  private final Map<CacheKey, List<Cached>> cache = new HashMap<>();
  private final IdentityHashMap<RuleTier, Map<Direction, Map<Integer, LocalChains>>> divided =
      new IdentityHashMap<>();

  IsolationEncoding(
      Expressions expressions,
      Vocabulary vocabulary,
      EndpointEncoding ends,
      RuleEncoding rules,
      Definitions definitions) {
    this.expressions = expressions;
    this.vocabulary = vocabulary;
    this.ends = ends;
    this.rules = rules;
    this.definitions = definitions;
  }

  /** Questions with the same key can share the literal for equal chains. */
  private record CacheKey(int namespace, Direction direction, Reading reading) {}

  /** The literal for the chains of one namespace. */
  private record Cached(LocalChains local, BoolExpr literal) {}

  /** A chain of the tier isolates the pod in {@code direction}. */
  BoolExpr isolated(RuleTier tier, Direction direction, EndpointSymbols self) {
    List<BoolExpr> parts = new ArrayList<>();
    divided(tier, direction)
        .forEach(
            (namespace, local) ->
                local
                    .denying()
                    .forEach(
                        chain ->
                            parts.add(
                                expressions.and(
                                    List.of(
                                        ends.inNamespace(self, namespace),
                                        ends.podLabels(self, chain.subject().pods()))))));
    return expressions.or(parts);
  }

  /**
   * The tier does not isolate the end in {@code direction}, or a rule of the tier accepts the
   * connection.
   */
  BoolExpr admitted(
      RuleTier tier,
      Direction direction,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other) {
    List<BoolExpr> parts = new ArrayList<>();
    divided(tier, direction)
        .forEach(
            (namespace, local) ->
                parts.add(
                    admittedIn(
                        new CacheKey(namespace, direction, enforcement.reading()),
                        local,
                        enforcement,
                        self,
                        other)));
    return expressions.and(parts);
  }

  private Map<Integer, LocalChains> divided(RuleTier tier, Direction direction) {
    if (tier.levels().stream().mapToInt(level -> level.chains().size()).sum() <= FEW_CHAINS) {
      return LocalChains.byNamespace(tier, direction, vocabulary);
    }
    return divided
        .computeIfAbsent(tier, t -> new EnumMap<>(Direction.class))
        .computeIfAbsent(direction, d -> LocalChains.byNamespace(tier, direction, vocabulary));
  }

  private BoolExpr admittedIn(
      CacheKey key,
      LocalChains local,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other) {
    List<Cached> here = cache.computeIfAbsent(key, p -> new ArrayList<>());
    for (Cached cached : here) {
      if (cached.local().equals(local)) {
        return definitions.use(cached.literal());
      }
    }
    BoolExpr literal =
        definitions.define(() -> implication(key.namespace(), local, enforcement, self, other));
    here.add(new Cached(local, literal));
    return literal;
  }

  private BoolExpr implication(
      int namespace,
      LocalChains local,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other) {
    List<BoolExpr> free = new ArrayList<>();
    for (Chain chain : local.denying()) {
      free.add(expressions.not(ends.podLabels(self, chain.subject().pods())));
    }
    List<BoolExpr> allowed = new ArrayList<>();
    for (Chain chain : local.accepting()) {
      List<BoolExpr> accepted = new ArrayList<>();
      for (ChainRule rule : chain.rules()) {
        if (RuleEncoding.isRelevant(rule, enforcement)) {
          RuleEncoding.Match match = rules.match(rule, enforcement, other);
          accepted.add(enforcement.may() ? match.possible() : match.certain());
        }
      }
      if (!accepted.isEmpty()) {
        allowed.add(
            expressions.and(
                List.of(ends.podLabels(self, chain.subject().pods()), expressions.or(accepted))));
      }
    }
    allowed.add(expressions.and(free));
    return expressions.implies(
        expressions.and(List.of(self.isPod(), ends.inNamespace(self, namespace))),
        expressions.or(allowed));
  }
}
