package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.RuleMatch;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule that lets a connection of a path through, and that can be removed.
 *
 * @param policy its policy
 * @param direction the side of the connection
 * @param span the rule in its manifest
 * @param match how the rule matches the connection; empty for a rule of a cluster-scoped policy
 * @param connection the connection
 */
public record ClosableRule(
    PolicyName policy,
    Direction direction,
    Span span,
    Optional<RuleMatch> match,
    Connection connection) {
  /** What identifies the policy of a rule. */
  public sealed interface PolicyName {
    /** A NetworkPolicy. */
    record OfNamespace(Policy.Id id) implements PolicyName {
      @Override
      public String toString() {
        return "NetworkPolicy " + id.namespace() + "/" + id.name();
      }
    }

    /** A cluster-scoped policy. */
    record OfCluster(ClusterPolicy.Id id) implements PolicyName {
      @Override
      public String toString() {
        return id.kind() + " " + id.name();
      }
    }
  }

  /** Returns the rules that let the connections of {@code path} through, in its order. */
  static List<ClosableRule> of(InternetPath path) {
    return path.hops().stream().flatMap(hop -> of(hop).stream()).toList();
  }

  /** Returns the rules that let the connection {@code hop} through, egress first. */
  public static List<ClosableRule> of(InternetPath.Hop hop) {
    List<ClosableRule> rules = new ArrayList<>();
    if (hop.decision() instanceof Decision.Judged(SideDecision egress, SideDecision ingress)) {
      add(Direction.EGRESS, egress, hop.connection(), rules);
      add(Direction.INGRESS, ingress, hop.connection(), rules);
    }
    return rules;
  }

  private static void add(
      Direction direction, SideDecision side, Connection connection, List<ClosableRule> rules) {
    switch (side.decisive()) {
      case SideDecision.Admitted(var by) -> {
        for (RuleMatch match : by) {
          rules.add(
              new ClosableRule(
                  new PolicyName.OfNamespace(match.policy().id()),
                  direction,
                  match.rule().span(),
                  Optional.of(match),
                  connection));
        }
      }
      case SideDecision.Decided(var by, var tied) -> {
        if (by.action() == Action.ACCEPT) {
          rules.add(
              new ClosableRule(
                  new PolicyName.OfCluster(by.policy().id()),
                  direction,
                  by.rule().span(),
                  Optional.empty(),
                  connection));
        }
      }
      case SideDecision.NotAPod nothing -> {}
      case SideDecision.OnHostNetwork out -> {}
      case SideDecision.NotIsolated free -> {}
      case SideDecision.OwnNode own -> {}
      case SideDecision.Undefined open -> {}
      case SideDecision.Blocked blocked -> {}
      case SideDecision.Passed passed -> {}
    }
  }

  /** Whether {@code other} is the same rule of the same policy. */
  public boolean isSame(ClosableRule other) {
    return policy.equals(other.policy) && direction == other.direction && span.equals(other.span);
  }

  /** Returns {@code world} without the rule. Its policy still isolates the pods that it selects. */
  World removedFrom(World world) {
    List<Policy> policies =
        world.policies().stream()
            .map(
                each ->
                    policy.equals(new PolicyName.OfNamespace(each.id()))
                        ? each.withRules(direction, others(each.rules(direction), Rule::span))
                        : each)
            .toList();
    List<ClusterPolicy> cluster =
        world.clusterPolicies().stream()
            .map(
                each ->
                    policy.equals(new PolicyName.OfCluster(each.id()))
                        ? each.withRules(
                            direction, others(each.rules(direction), ClusterRule::span))
                        : each)
            .toList();
    return world.withPolicies(policies).withClusterPolicies(cluster);
  }

  private <R> List<R> others(List<R> rules, Function<R, Span> spanOf) {
    return rules.stream().filter(rule -> !spanOf.apply(rule).equals(span)).toList();
  }
}
