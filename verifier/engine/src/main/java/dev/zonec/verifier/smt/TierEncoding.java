package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.verifier.reach.Enforcement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Encodes a tier of ordered rules, such as the Admin tier.
 *
 * <p>In a chain, the first rule that matches decides. A rule is the first one that matches if it
 * may match and no rule before it certainly matches. From this follows, for each chain, which
 * actions are possible. The chains of one level have equal rank and are combined. The levels are
 * then encoded from the last to the first: a level decides if one of its rules matches, and
 * otherwise the next level does. Under MAY, the connection gets through if this is possible; under
 * MUST, if nothing else is possible.
 */
final class TierEncoding {
  private final Expressions expressions;
  private final RuleEncoding rules;

  TierEncoding(Expressions expressions, RuleEncoding rules) {
    this.expressions = expressions;
    this.rules = rules;
  }

  /**
   * The conditions under which each result of a chain or level is possible.
   *
   * @param accept the first rule that matches may accept
   * @param pass the first rule that matches may pass to the next tier
   * @param deny the first rule that matches may deny
   * @param none possibly no rule matches
   */
  private record FirstMatch(BoolExpr accept, BoolExpr pass, BoolExpr deny, BoolExpr none) {}

  /**
   * The tier lets the connection through at {@code self}.
   *
   * @param next the next tier lets the connection through
   */
  BoolExpr tier(
      RuleTier tier,
      Direction direction,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other,
      BoolExpr next) {
    BoolExpr rest = next;
    for (List<Chain> level : tier.levels(direction).reversed()) {
      List<FirstMatch> firsts = new ArrayList<>();
      for (Chain chain : level) {
        firsts.add(first(chain, enforcement, self, other));
      }
      FirstMatch all = combined(firsts, enforcement.tiesAllow());
      rest =
          enforcement.may()
              ? expressions.or(
                  List.of(
                      all.accept(),
                      expressions.and(List.of(all.pass(), next)),
                      expressions.and(List.of(all.none(), rest))))
              : expressions.and(
                  List.of(
                      expressions.not(all.deny()),
                      expressions.implies(all.pass(), next),
                      expressions.implies(all.none(), rest)));
    }
    return rest;
  }

  private FirstMatch first(
      Chain chain, Enforcement enforcement, EndpointSymbols self, EndpointSymbols other) {
    BoolExpr subject = rules.subject(chain, self);
    List<BoolExpr> accept = new ArrayList<>();
    List<BoolExpr> pass = new ArrayList<>();
    List<BoolExpr> deny = new ArrayList<>();
    BoolExpr reached = expressions.z3().mkTrue();
    for (ChainRule rule : chain.rules()) {
      if (!RuleEncoding.isRelevant(rule, enforcement)) {
        continue;
      }
      RuleEncoding.Match match = rules.match(rule, enforcement, other);
      BoolExpr here = expressions.and(List.of(subject, reached, match.possible()));
      switch (rule.action()) {
        case ACCEPT -> accept.add(here);
        case PASS -> pass.add(here);
        case DENY -> deny.add(here);
      }
      reached = expressions.and(List.of(reached, expressions.not(match.certain())));
    }
    return new FirstMatch(
        expressions.or(accept),
        expressions.or(pass),
        expressions.or(deny),
        expressions.or(List.of(expressions.not(subject), reached)));
  }

  /**
   * Combines the chains of one level. The strongest action among the chains that match decides:
   * accept, pass, deny in this order if {@code allowFirst}, and the reverse order if not.
   */
  private FirstMatch combined(List<FirstMatch> firsts, boolean allowFirst) {
    if (firsts.size() == 1) {
      return firsts.getFirst();
    }
    Function<FirstMatch, BoolExpr> strongest = allowFirst ? FirstMatch::accept : FirstMatch::deny;
    Function<FirstMatch, BoolExpr> weakest = allowFirst ? FirstMatch::deny : FirstMatch::accept;
    BoolExpr strong = expressions.or(firsts.stream().map(strongest).toList());
    BoolExpr pass =
        expressions.and(
            List.of(
                expressions.or(firsts.stream().map(FirstMatch::pass).toList()),
                expressions.and(
                    firsts.stream()
                        .map(f -> expressions.or(List.of(f.pass(), weakest.apply(f), f.none())))
                        .toList())));
    BoolExpr weak =
        expressions.and(
            List.of(
                expressions.or(firsts.stream().map(weakest).toList()),
                expressions.and(
                    firsts.stream()
                        .map(f -> expressions.or(List.of(weakest.apply(f), f.none())))
                        .toList())));
    BoolExpr none = expressions.and(firsts.stream().map(FirstMatch::none).toList());
    return allowFirst
        ? new FirstMatch(strong, pass, weak, none)
        : new FirstMatch(weak, pass, strong, none);
  }
}
