package dev.zonec.verifier.cut;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.semantics.ClusterMatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.RuleMatch;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists the rules that open the sides of connections.
 *
 * @param world the world from which rules are removed
 * @param scope the namespaces of the verification; rules in stand-ins for namespaces to come count
 *     as one
 */
record OpenedSides(World world, NamespaceScope scope) {
  /** Returns, for each side of {@code hops} that rules open, all of these rules. */
  List<List<CutRule>> of(List<Hop> hops) {
    List<List<CutRule>> sides = new ArrayList<>();
    for (Hop hop : hops) {
      if (hop.decision() instanceof Decision.Judged(SideDecision egress, SideDecision ingress)) {
        sides.add(rules(hop, Direction.EGRESS, egress.decisive()));
        sides.add(rules(hop, Direction.INGRESS, ingress.decisive()));
      }
    }
    sides.removeIf(List::isEmpty);
    return sides;
  }

  private List<CutRule> rules(Hop hop, Direction direction, SideDecision side) {
    return switch (side) {
      case SideDecision.Admitted(List<RuleMatch> by) ->
          by.stream().map(match -> new CutRule(admission(match, direction), hop)).toList();
      case SideDecision.Decided(ClusterMatch by, var tied) ->
          by.action() == Action.ACCEPT
              ? List.of(new CutRule(accepting(by, direction), hop))
              : List.of();
      case SideDecision.NotAPod nothing -> List.of();
      case SideDecision.OnHostNetwork out -> List.of();
      case SideDecision.NotIsolated free -> List.of();
      case SideDecision.OwnNode own -> List.of();
      case SideDecision.Undefined open -> List.of();
      case SideDecision.Blocked blocked -> List.of();
      case SideDecision.Passed passed -> List.of();
    };
  }

  private Element.Admission admission(RuleMatch match, Direction direction) {
    Policy policy =
        world.policies().stream().filter(match.policy()::isSame).findFirst().orElseThrow();
    return new Element.Admission(
        alike(policy), direction, position(policy.rules(direction), match.rule()));
  }

  private Element.OfCluster accepting(ClusterMatch match, Direction direction) {
    ClusterPolicy policy =
        world.clusterPolicies().stream().filter(match.policy()::isSame).findFirst().orElseThrow();
    return new Element.OfCluster(
        policy, direction, position(policy.rules(direction), match.rule()));
  }

  /** Returns the policy; or in a stand-in, the same policy of each of the stand-ins. */
  private List<Policy> alike(Policy policy) {
    if (!scope.standIns().contains(policy.namespace())) {
      return List.of(policy);
    }
    Stream<Policy> all = world.policies().stream();
    return all.filter(each -> scope.standIns().contains(each.namespace()))
        .filter(each -> each.name().equals(policy.name()))
        .toList();
  }

  /** Returns the position of a rule. Two rules of one policy can have the same content. */
  @SuppressWarnings("ReferenceEquality")
  private static <R> int position(List<R> rules, R rule) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) == rule) {
        return i;
      }
    }
    throw new IllegalArgumentException("not a rule of its policy: " + rule);
  }
}
