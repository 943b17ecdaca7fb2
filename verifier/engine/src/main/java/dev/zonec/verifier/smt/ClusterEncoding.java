package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.verifier.reach.Enforcement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Encodes a tier of cluster-scoped policies.
 *
 * <p>Whether a rule matches is bounded from both sides, for what a peer of nodes or of domain names
 * stands for is not known. From these bounds come what the first rule that matches, of a policy and
 * then of all policies of one priority, can do; and from that, backwards over the priorities,
 * whether the tier lets the connection through, given what the next one does.
 */
final class ClusterEncoding {
  private final Terms terms;
  private final EndpointEncoding ends;
  private final Function<PortClause, BoolExpr> opens;

  ClusterEncoding(Terms terms, EndpointEncoding ends, Function<PortClause, BoolExpr> opens) {
    this.terms = terms;
    this.ends = ends;
    this.opens = opens;
  }

  /** When a rule matches for certain, and when it may. */
  private record Match(BoolExpr certain, BoolExpr possible) {}

  /** What is possible for the first rule that matches; {@code none} that no rule does. */
  private record First(BoolExpr accept, BoolExpr pass, BoolExpr deny, BoolExpr none) {}

  /**
   * The tier lets the connection through at {@code self} if {@code next} is what comes after it.
   */
  BoolExpr tier(
      Tier tier,
      Direction direction,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other,
      BoolExpr next) {
    BoolExpr rest = next;
    for (List<ClusterPolicy> group : enforcement.byPriority(tier, direction).reversed()) {
      List<First> firsts = new ArrayList<>();
      for (ClusterPolicy policy : group) {
        firsts.add(first(policy, direction, enforcement, self, other));
      }
      First all = together(firsts, enforcement.tiesAllow());
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

  /** The rule of {@code policy} may match. */
  BoolExpr mayMatch(
      ClusterPolicy policy,
      ClusterRule rule,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other) {
    return terms.and(List.of(subject(policy, self), match(rule, enforcement, other).possible()));
  }

  private BoolExpr subject(ClusterPolicy policy, EndpointSymbols self) {
    return terms.and(
        List.of(
            self.isPod(),
            ends.namespaceLabels(self, policy.subject().namespaces()),
            ends.podLabels(self, policy.subject().pods())));
  }

  private First first(
      ClusterPolicy policy,
      Direction direction,
      Enforcement enforcement,
      EndpointSymbols self,
      EndpointSymbols other) {
    BoolExpr subject = subject(policy, self);
    List<BoolExpr> accept = new ArrayList<>();
    List<BoolExpr> pass = new ArrayList<>();
    List<BoolExpr> deny = new ArrayList<>();
    BoolExpr reached = terms.z3().mkTrue();
    for (ClusterRule rule : policy.rules(direction)) {
      Match match = match(rule, enforcement, other);
      BoolExpr here = terms.and(List.of(subject, reached, match.possible()));
      switch (action(rule)) {
        case ACCEPT -> accept.add(here);
        case PASS -> pass.add(here);
        case DENY -> deny.add(here);
      }
      reached = terms.and(List.of(reached, terms.not(match.certain())));
    }
    return new First(
        terms.or(accept),
        terms.or(pass),
        terms.or(deny),
        terms.or(List.of(terms.not(subject), reached)));
  }

  /**
   * Several policies of one priority: of those that match, the one decides that allows most or
   * least.
   */
  private First together(List<First> firsts, boolean most) {
    if (firsts.size() == 1) {
      return firsts.getFirst();
    }
    Function<First, BoolExpr> strongest = most ? First::accept : First::deny;
    Function<First, BoolExpr> weakest = most ? First::deny : First::accept;
    BoolExpr strong = terms.or(firsts.stream().map(strongest).toList());
    BoolExpr pass =
        terms.and(
            List.of(
                terms.or(firsts.stream().map(First::pass).toList()),
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
    BoolExpr none = terms.and(firsts.stream().map(First::none).toList());
    return most ? new First(strong, pass, weak, none) : new First(weak, pass, strong, none);
  }

  private static boolean isNotUnderstood(ClusterRule rule) {
    return rule.peers().stream().anyMatch(peer -> peer instanceof ClusterPeer.Unknown);
  }

  /** A rule with a peer that is not understood denies, unless it accepts and so matches nothing. */
  private static Action action(ClusterRule rule) {
    return isNotUnderstood(rule) && rule.action() == Action.PASS ? Action.DENY : rule.action();
  }

  private Match match(ClusterRule rule, Enforcement enforcement, EndpointSymbols other) {
    if (isNotUnderstood(rule)) {
      BoolExpr all = rule.action() == Action.ACCEPT ? terms.z3().mkFalse() : terms.z3().mkTrue();
      return new Match(all, all);
    }
    List<BoolExpr> certain = new ArrayList<>();
    List<BoolExpr> possible = new ArrayList<>();
    for (ClusterPeer peer : rule.peers()) {
      Match match = match(peer, enforcement, other);
      certain.add(match.certain());
      possible.add(match.possible());
    }
    BoolExpr ports =
        rule.ports().isEmpty()
            ? terms.z3().mkTrue()
            : terms.or(rule.ports().stream().map(PolicyPort::clause).map(opens).toList());
    return new Match(
        terms.and(List.of(terms.or(certain), ports)),
        terms.and(List.of(terms.or(possible), ports)));
  }

  private Match match(ClusterPeer peer, Enforcement enforcement, EndpointSymbols other) {
    return switch (peer) {
      case ClusterPeer.Pods(var namespaces, var pods, var span) -> {
        BoolExpr is =
            terms.and(
                List.of(
                    other.isPod(),
                    ends.namespaceLabels(other, namespaces),
                    ends.podLabels(other, pods)));
        yield new Match(is, is);
      }
      case ClusterPeer.Networks(var blocks, var span) -> {
        BoolExpr in =
            ends.inBlocks(
                other, blocks.stream().map(block -> new IpBlock(block, List.of())).toList());
        yield new Match(in, in);
      }
      case ClusterPeer.Nodes nodes ->
          new Match(terms.z3().mkFalse(), ends.isNodeOutside(other, enforcement));
      case ClusterPeer.DomainNames names -> new Match(terms.z3().mkFalse(), terms.z3().mkTrue());
      case ClusterPeer.Unknown unknown ->
          throw new IllegalArgumentException("a rule with such a peer is not matched by its peers");
    };
  }
}
