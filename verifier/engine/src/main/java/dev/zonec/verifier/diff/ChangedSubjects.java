package dev.zonec.verifier.diff;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.Level;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.rules.TierName;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the pods whose rules differ between two sets of policies.
 *
 * <p>A pod that is the subject of no chain that only one set of policies has is the subject of the
 * same chains in both. If these chains also have the same order, the pod admits the same
 * connections on both, so a comparison can leave it out. Invariant: the result contains every pod
 * whose admissions in the direction differ, and possibly other pods.
 */
final class ChangedSubjects {
  private final BoxSpace space;
  private final Enforcement before;
  private final Enforcement after;

  ChangedSubjects(BoxSpace space, Enforcement before, Enforcement after) {
    this.space = space;
    this.before = before;
    this.after = after;
  }

  /** Returns whether the rules of both have the same content and order. */
  boolean none() {
    return sameNodes() && in(Direction.INGRESS).isEmpty() && in(Direction.EGRESS).isEmpty();
  }

  /** Returns the pods whose rules in {@code direction} differ, as disjoint boxes. */
  List<Box.Pods> in(Direction direction) {
    List<Box> subjects = new ArrayList<>();
    if (!sameNodes() && mentionsNodes()) {
      space.allPods().ifPresent(subjects::add);
    } else {
      for (TierName tier : TierName.values()) {
        addSubjects(before.rules().tier(tier), after.rules().tier(tier), direction, subjects);
      }
    }
    return disjoint(space.withoutContained(subjects));
  }

  private boolean sameNodes() {
    return before.nodes().equals(after.nodes());
  }

  private boolean mentionsNodes() {
    return mentionsNodes(before.rules()) || mentionsNodes(after.rules());
  }

  private static boolean mentionsNodes(PolicySet rules) {
    return rules.ends().stream().anyMatch(Ends.Nodes.class::isInstance);
  }

  /**
   * Whether a tier depends on the pods that another tier isolates in the opposite direction. A
   * change in one direction can then have an effect in both.
   */
  private boolean dependsOnBoth() {
    return Stream.of(before, after)
        .flatMap(policies -> policies.rules().tiers().stream())
        .anyMatch(tier -> tier.skip().isPresent());
  }

  private void addSubjects(RuleTier one, RuleTier other, Direction direction, List<Box> subjects) {
    Map<RuleContent, Integer> surplus = new HashMap<>();
    count(one, 1, surplus);
    count(other, -1, surplus);
    boolean sameOrder = one.isolates() && other.isolates();
    List<List<RuleContent>> common = sameOrder ? List.of() : levels(one, surplus);
    if (!sameOrder && !common.equals(levels(other, surplus))) {
      surplus.clear();
      count(one, 1, surplus);
      count(other, 1, surplus);
    }
    surplus.forEach(
        (content, difference) -> {
          if (difference != 0 && (dependsOnBoth() || content.direction() == direction)) {
            box(content).ifPresent(subjects::add);
          }
        });
  }

  private static void count(RuleTier tier, int by, Map<RuleContent, Integer> surplus) {
    tier.chains().forEach(chain -> surplus.merge(RuleContent.of(chain), by, Integer::sum));
  }

  /** Returns the chains that both have equally often, level by level. */
  private static List<List<RuleContent>> levels(RuleTier tier, Map<RuleContent, Integer> surplus) {
    List<List<RuleContent>> levels = new ArrayList<>();
    for (Level level : tier.levels()) {
      List<RuleContent> kept = new ArrayList<>();
      for (Chain chain : level.chains()) {
        RuleContent content = RuleContent.of(chain);
        if (surplus.getOrDefault(content, 0) == 0) {
          kept.add(content);
        }
      }
      if (!kept.isEmpty()) {
        levels.add(kept);
      }
    }
    return levels;
  }

  private Optional<Box.Pods> box(RuleContent content) {
    return switch (content.namespaces()) {
      case NamespaceSet.Named(String name) ->
          space.pods(
              Bits.of(space.vocabulary().namespaceIndex(name)),
              Selector.EVERYTHING,
              content.pods());
      case NamespaceSet.Matching(Selector labels) ->
          space.pods(Bits.all(space.vocabulary().namespaceCount()), labels, content.pods());
    };
  }

  private List<Box.Pods> disjoint(List<Box> boxes) {
    List<Box> done = new ArrayList<>();
    List<Box.Pods> out = new ArrayList<>();
    for (Box box : boxes) {
      for (Box piece : space.minus(List.of(box), done)) {
        out.add((Box.Pods) piece);
      }
      done.add(box);
    }
    return out;
  }
}
