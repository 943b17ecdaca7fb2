package dev.zonec.kubernetes.rules;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.model.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The policies of a cluster as tiers of rules.
 *
 * <p>For each direction and the pod on that side, the tiers are asked in order. In a tier, the
 * levels are asked in order. In a level, each {@link Chain} whose subject includes the pod gives
 * the action of its first rule that matches:
 *
 * <ul>
 *   <li><i>accept</i> and <i>deny</i> are final for this side;
 *   <li><i>pass</i> continues with the next tier;
 *   <li>without a rule that matches, the next level is asked, and after the last one the next tier.
 * </ul>
 *
 * <p>If chains of one level disagree, {@code equal-priority-ties} settles which one decides. A
 * connection that no tier decides is admitted on this side.
 *
 * <p>Labels, addresses and names that are unknown leave open whether a rule matches. Such a rule
 * has two possible outcomes: it matches, or it does not. MAY takes the outcome that allows most,
 * MUST the outcome that allows least.
 *
 * @param tiers the tiers, in the order in which they are asked
 */
public record PolicySet(List<RuleTier> tiers) {
  /** No policies. */
  public static final PolicySet EMPTY = of(List.of(), List.of());

  /** Copies the list. */
  public PolicySet {
    tiers = List.copyOf(tiers);
  }

  /** Returns the rules of {@code policies} and {@code clusterPolicies}. */
  public static PolicySet of(List<Policy> policies, List<ClusterPolicy> clusterPolicies) {
    return new PolicySet(
        List.of(
            ClusterPolicyRules.admin(clusterPolicies),
            NetworkPolicyRules.tier(policies),
            ClusterPolicyRules.baseline(clusterPolicies)));
  }

  /** Returns the tier called {@code name}; without rules if there is none. */
  public RuleTier tier(TierName name) {
    return tiers.stream()
        .filter(tier -> tier.name() == name)
        .findFirst()
        .orElseGet(() -> RuleTier.of(name, List.of()));
  }

  /** Returns all chains, in the order in which they are asked. */
  public Stream<Chain> chains() {
    return tiers.stream().flatMap(RuleTier::chains);
  }

  /**
   * Returns the chain of only one rule.
   *
   * @param rule the place of the rule
   * @param subject a pod that the policy of the rule applies to
   * @param direction the side of connections on which the pod is
   */
  public Optional<Chain> only(Span rule, Endpoint.Pod subject, Direction direction) {
    return chains()
        .filter(chain -> chain.direction() == direction && chain.subject().matches(subject))
        .flatMap(
            chain ->
                chain.rules().stream()
                    .filter(each -> each.span().equals(rule))
                    .map(each -> chain.only(each)))
        .findFirst();
  }

  /**
   * Returns every end of connections that the policies mention: the subject of each chain, and the
   * peers of its rules. A subject that chains share is returned once.
   */
  public List<Ends> ends() {
    List<Ends> ends = new ArrayList<>();
    tiers.forEach(tier -> ends.addAll(tier.ends()));
    return ends;
  }

  /** Returns every port that the policies mention. */
  public List<PolicyPort> ports() {
    List<PolicyPort> ports = new ArrayList<>();
    tiers.forEach(tier -> ports.addAll(tier.ports()));
    return ports;
  }

  /** Whether a rule of {@code direction} is in the tier called {@code name}. */
  public boolean asks(TierName name, Direction direction) {
    return tier(name).asks(direction);
  }

  /**
   * Returns the same without what NetworkPolicies and their like accept, so that they deny the pods
   * that they isolate everything.
   */
  public PolicySet withoutExceptions() {
    return new PolicySet(
        tiers.stream()
            .map(tier -> tier.isolates() && tier.isLocal() ? tier.withoutAcceptingLevels() : tier)
            .toList());
  }

  /**
   * Returns the same without all rules that accept, except the rules at {@code places} and those
   * that the API implies. A connection that these policies admit is admitted by one of the kept
   * rules, or by no rule.
   */
  public PolicySet acceptingOnly(Set<RulePlace> places) {
    return new PolicySet(tiers.stream().map(tier -> tier.acceptingOnly(places)).toList());
  }

  /**
   * Returns the chains of {@code direction} that contain a rule at one of {@code places}, with only
   * such rules.
   */
  public List<Chain> only(Set<RulePlace> places, Direction direction) {
    return chains()
        .filter(chain -> chain.direction() == direction)
        .map(chain -> chain.filtered(rule -> places.contains(RulePlace.of(chain, rule))))
        .filter(chain -> !chain.rules().isEmpty())
        .toList();
  }

  /** Returns the rules that apply to pods on the host network if they are treated like others. */
  public PolicySet forHostNetwork() {
    return new PolicySet(tiers.stream().map(tier -> tier.filtered(Chain::hostNetwork)).toList());
  }

  /** Whether every chain is about pods of one namespace that it names. */
  public boolean isLocal() {
    return tiers.stream().allMatch(RuleTier::isLocal);
  }
}
