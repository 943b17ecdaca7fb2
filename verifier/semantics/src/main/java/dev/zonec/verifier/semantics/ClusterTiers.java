package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what the cluster-scoped policies of a tier say about a connection. Policies are asked by
 * ascending priority, and rules in their order. The first rule that matches decides; if no rule
 * matches, the connection passes to the next tier.
 *
 * <p>If it is uncertain whether a rule matches, there are two possible decisions: the rule's, and
 * the one of the following rules. Of all possible decisions, MAY takes the one that allows most and
 * MUST the one that allows least. A Deny that only may match is therefore skipped under MAY and
 * applied under MUST.
 */
final class ClusterTiers {
  private final Reading reading;
  private final Map<Tier, Collection<List<ClusterPolicy>>> byPriority = new LinkedHashMap<>();
  private final ClusterRuleMatch rules;

  ClusterTiers(World world, Reading reading, Cluster cluster) {
    this.reading = reading;
    this.rules = new ClusterRuleMatch(reading, cluster, world.nodes());
    for (Tier tier : Tier.values()) {
      TreeMap<Integer, List<ClusterPolicy>> groups = new TreeMap<>();
      world.clusterPolicies().stream()
          .filter(policy -> policy.tier() == tier)
          .forEach(p -> groups.computeIfAbsent(p.priority(), n -> new ArrayList<>()).add(p));
      byPriority.put(tier, groups.values());
    }
  }

  /**
   * The decision of a tier.
   *
   * @param by the rule that decides; empty if no rule matches
   * @param tied rules of other policies with the same priority that match and would decide
   *     differently
   */
  record TierDecision(Optional<ClusterMatch> by, List<ClusterMatch> tied) {
    private static final TierDecision NONE = new TierDecision(Optional.empty(), List.of());

    /**
     * Returns how much the decision allows: 0 for nothing, 1 for what the next tier allows, 2 for
     * everything.
     */
    private int rank() {
      return by.map(match -> rank(match)).orElse(1);
    }

    private boolean isCertain() {
      return by.map(ClusterMatch::certain).orElse(true);
    }

    private static int rank(ClusterMatch match) {
      return switch (match.action()) {
        case DENY -> 0;
        case PASS -> 1;
        case ACCEPT -> 2;
      };
    }
  }

  /**
   * Returns the decision of {@code tier} about {@code connection} at {@code pod}, the end that the
   * policies govern.
   */
  TierDecision decide(Tier tier, Endpoint.Pod pod, Direction direction, Connection connection) {
    boolean open = true;
    List<TierDecision> possible = new ArrayList<>();
    for (List<ClusterPolicy> group : byPriority.getOrDefault(tier, List.of())) {
      List<TierDecision> here = ofEqualPriority(group, pod, direction, connection);
      here.stream().filter(answer -> answer.by().isPresent()).forEach(possible::add);
      open = here.stream().anyMatch(answer -> answer.by().isEmpty());
      if (!open) {
        break;
      }
    }
    if (open) {
      possible.add(TierDecision.NONE);
    }
    TierDecision best = possible.getFirst();
    for (TierDecision answer : possible) {
      boolean better =
          reading.permissive() ? answer.rank() > best.rank() : answer.rank() < best.rank();
      best = better ? answer : best;
    }
    return best;
  }

  /**
   * Returns the possible decisions of policies with one priority, at most one for each action. If
   * several rules match, the API does not define which one decides.
   */
  private List<TierDecision> ofEqualPriority(
      List<ClusterPolicy> group, Endpoint.Pod pod, Direction direction, Connection connection) {
    List<TierDecision> answers = List.of(TierDecision.NONE);
    for (ClusterPolicy policy : group) {
      List<TierDecision> own = rules.possible(policy, pod, direction, connection);
      Map<Integer, TierDecision> distinct = new LinkedHashMap<>();
      for (TierDecision before : answers) {
        for (TierDecision after : own) {
          TierDecision both = combined(before, after);
          distinct.merge(
              both.by().isEmpty() ? -1 : both.rank(),
              both,
              (known, more) -> known.isCertain() ? known : more);
        }
      }
      answers = List.copyOf(distinct.values());
    }
    return answers;
  }

  /** Returns the decision of two policies with the same priority. */
  private TierDecision combined(TierDecision one, TierDecision other) {
    if (one.by().isEmpty()) {
      return other;
    }
    if (other.by().isEmpty()) {
      return one;
    }
    if (one.rank() == other.rank()) {
      // Both decide alike; report the rule that certainly matches.
      return one.isCertain() ? one : other;
    }
    boolean most = reading.isPermissive(Knob.EQUAL_PRIORITY_TIES);
    boolean first = one.rank() > other.rank() == most;
    List<ClusterMatch> tied = new ArrayList<>(one.tied());
    tied.addAll(other.tied());
    (first ? other : one).by().ifPresent(tied::add);
    return new TierDecision((first ? one : other).by(), tied);
  }
}
