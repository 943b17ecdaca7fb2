package dev.zonec.verifier.finding;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.rules.TierName;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.verifier.accepted.RuleIdentity;
import dev.zonec.verifier.finding.FindingRule.Effect;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigin.Statement;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.RuleMatch;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the rules that determine a decision.
 *
 * @param hop the position of the connection in its path
 * @param connection the connection
 * @param origins the origins of the policies
 */
record FindingRules(int hop, Connection connection, PolicyOrigins origins) {
  /** Returns the rules of one side, in the order of evaluation. */
  List<FindingRule> of(Direction direction, SideDecision side) {
    return switch (side) {
      case SideDecision.NotAPod nothing -> List.of();
      case SideDecision.OnHostNetwork out -> List.of();
      case SideDecision.NotIsolated free -> List.of();
      case SideDecision.OwnNode own -> List.of();
      case SideDecision.Undefined(var knob, var passes, var isolating) ->
          isolating(direction, isolating);
      case SideDecision.Blocked(var isolating) -> isolating(direction, isolating);
      case SideDecision.Admitted(var by) ->
          by.stream().map(match -> admitting(direction, match)).toList();
      case SideDecision.Decided(var by, var tied) ->
          Stream.concat(
                  Stream.of(deciding(direction, by)),
                  tied.stream().map(match -> matching(direction, match, Effect.TIES)))
              .toList();
      case SideDecision.Passed(var by, var then) ->
          Stream.concat(
                  Stream.of(matching(direction, by, Effect.PASSES)), of(direction, then).stream())
              .toList();
    };
  }

  private FindingRule admitting(Direction direction, RuleMatch by) {
    Policy policy = by.policy();
    PolicyOrigin origin = origins.of(by, direction, connection);
    return new FindingRule(
        hop,
        direction,
        Effect.ADMITS,
        TierName.NETWORK_POLICY,
        policy.toString(),
        policy.generated(),
        by.rule().span(),
        identity(direction, by, origin),
        origin);
  }

  /**
   * Returns the content of a rule. A compiled rule is identified by the flows that it comes from,
   * because other flows can share the same rule.
   */
  private static String identity(Direction direction, RuleMatch by, PolicyOrigin origin) {
    return origin instanceof PolicyOrigin.Compiled(var onDisk, List<Statement> statements)
        ? statements.stream()
            .map(statement -> statement.kind().word() + " " + statement.text())
            .sorted()
            .collect(Collectors.joining("; "))
        : RuleIdentity.of(direction, by.policy(), by.rule());
  }

  private List<FindingRule> isolating(Direction direction, List<Policy> policies) {
    return policies.stream()
        .map(
            policy ->
                new FindingRule(
                    hop,
                    direction,
                    Effect.ISOLATES,
                    TierName.NETWORK_POLICY,
                    policy.toString(),
                    policy.generated(),
                    policy.span(),
                    RuleIdentity.of(direction, policy),
                    origins.of(policy)))
        .toList();
  }

  private FindingRule deciding(Direction direction, ClusterMatch by) {
    return matching(
        direction,
        by,
        switch (by.action()) {
          case ACCEPT -> Effect.ACCEPTS;
          case DENY -> Effect.DENIES;
          case PASS -> Effect.PASSES;
        });
  }

  private FindingRule matching(Direction direction, ClusterMatch match, Effect effect) {
    ClusterPolicy policy = match.policy();
    return new FindingRule(
        hop,
        direction,
        effect,
        policy.tier() == Tier.ADMIN ? TierName.ADMIN : TierName.BASELINE,
        policy.toString(),
        false,
        match.rule().span(),
        RuleIdentity.of(direction, policy, match.rule()),
        new PolicyOrigin.HandWritten());
  }
}
