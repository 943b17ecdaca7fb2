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
 * What the cluster-scoped policies of a tier say: by ascending priority, then in the order of the
 * rules, the first that matches decides; none is a pass.
 *
 * <p>A rule that only may match leaves two possibilities, itself and what comes after it. Of all
 * that is possible MAY takes what allows most and MUST what allows least. So a Deny that only may
 * match is passed over under MAY and obeyed under MUST.
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
   * What a tier says.
   *
   * @param by the rule that decides; none if none matches
   * @param tied rules of other policies of that priority that match and would decide otherwise
   */
  record TierDecision(Optional<ClusterMatch> by, List<ClusterMatch> tied) {
    private static final TierDecision NONE = new TierDecision(Optional.empty(), List.of());

    /** How much it allows: nothing, what comes after it, everything. */
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

  /** What {@code tier} says of {@code connection} at {@code pod}, the end that is governed. */
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
   * What policies of one priority may say, one answer for each action that is possible. Where
   * several match it is undefined which decides.
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

  /** The answer of two policies of one priority. */
  private TierDecision combined(TierDecision one, TierDecision other) {
    if (one.by().isEmpty()) {
      return other;
    }
    if (other.by().isEmpty()) {
      return one;
    }
    if (one.rank() == other.rank()) {
      // Both would say the same; the one that matches for certain is the reason.
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
