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
 * Encodes a tier of ordered rules.
 *
 * <p>From the bounds of each rule follows what the first rule that matches, of a chain and then of
 * all chains of one level, can do; and from that, backwards over the levels, whether the tier lets
 * the connection through, given what the next one does.
 */
final class TierEncoding {
  private final Terms terms;
  private final RuleEncoding rules;

  TierEncoding(Terms terms, RuleEncoding rules) {
    this.terms = terms;
    this.rules = rules;
  }

  /** What is possible for the first rule that matches; {@code none} that no rule does. */
  private record FirstMatch(BoolExpr accept, BoolExpr pass, BoolExpr deny, BoolExpr none) {}

  /**
   * The tier lets the connection through at {@code self} if {@code next} is what comes after it.
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
              ? terms.or(
                  List.of(
                      all.accept(),
                      terms.and(List.of(all.pass(), next)),
                      terms.and(List.of(all.none(), rest))))
              : terms.and(
                  List.of(
                      terms.not(all.deny()),
                      terms.implies(all.pass(), next),
                      terms.implies(all.none(), rest)));
    }
    return rest;
  }

  private FirstMatch first(
      Chain chain, Enforcement enforcement, EndpointSymbols self, EndpointSymbols other) {
    BoolExpr subject = rules.subject(chain, self);
    List<BoolExpr> accept = new ArrayList<>();
    List<BoolExpr> pass = new ArrayList<>();
    List<BoolExpr> deny = new ArrayList<>();
    BoolExpr reached = terms.z3().mkTrue();
    for (ChainRule rule : chain.rules()) {
      if (!RuleEncoding.isRelevant(rule, enforcement)) {
        continue;
      }
      RuleEncoding.Match match = rules.match(rule, enforcement, other);
      BoolExpr here = terms.and(List.of(subject, reached, match.possible()));
      switch (rule.action()) {
        case ACCEPT -> accept.add(here);
        case PASS -> pass.add(here);
        case DENY -> deny.add(here);
      }
      reached = terms.and(List.of(reached, terms.not(match.certain())));
    }
    return new FirstMatch(
        terms.or(accept),
        terms.or(pass),
        terms.or(deny),
        terms.or(List.of(terms.not(subject), reached)));
  }

  /**
   * Several chains of one level: of those that match, the one decides that allows most or least.
   */
  private FirstMatch combined(List<FirstMatch> firsts, boolean most) {
    if (firsts.size() == 1) {
      return firsts.getFirst();
    }
    Function<FirstMatch, BoolExpr> strongest = most ? FirstMatch::accept : FirstMatch::deny;
    Function<FirstMatch, BoolExpr> weakest = most ? FirstMatch::deny : FirstMatch::accept;
    BoolExpr strong = terms.or(firsts.stream().map(strongest).toList());
    BoolExpr pass =
        terms.and(
            List.of(
                terms.or(firsts.stream().map(FirstMatch::pass).toList()),
                terms.and(
                    firsts.stream()
                        .map(f -> terms.or(List.of(f.pass(), weakest.apply(f), f.none())))
                        .toList())));
    BoolExpr weak =
        terms.and(
            List.of(
                terms.or(firsts.stream().map(weakest).toList()),
                terms.and(
                    firsts.stream()
                        .map(f -> terms.or(List.of(weakest.apply(f), f.none())))
                        .toList())));
    BoolExpr none = terms.and(firsts.stream().map(FirstMatch::none).toList());
    return most
        ? new FirstMatch(strong, pass, weak, none)
        : new FirstMatch(weak, pass, strong, none);
  }
}
