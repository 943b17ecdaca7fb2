package dev.zonec.verifier.core;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the elements that a claim can rest on.
 *
 * @param verification the verification of the claim
 * @param claim the claim
 * @param assumed the pairs of zones that the verification assumes to share no pod
 */
record Elements(Verification verification, Claim claim, List<Disjointness.Pair> assumed) {
  /** Returns the elements, in the order of reports. */
  List<Element> all() {
    List<Element> all = new ArrayList<>();
    for (List<Policy> same : policies()) {
      for (Direction direction : Direction.values()) {
        if (!same.getFirst().directions().contains(direction)) {
          continue;
        }
        if (requires(claim)) {
          int rules = same.getFirst().rules(direction).size();
          for (int i = 0; i < rules; i++) {
            all.add(new Element.Admission(same, direction, i));
          }
        } else {
          all.add(new Element.Isolation(same, direction));
        }
      }
    }
    for (ClusterPolicy policy : verification.world().clusterPolicies()) {
      for (Direction direction : Direction.values()) {
        for (int i = 0; i < policy.rules(direction).size(); i++) {
          if (helps(policy.tier(), direction, policy.rules(direction).get(i).action())) {
            all.add(new Element.OfCluster(policy, direction, i));
          }
        }
      }
    }
    all.addAll(assumptions());
    return List.copyOf(all);
  }

  /** Whether the claim requires connections, rather than forbidding them. */
  static boolean requires(Claim claim) {
    return switch (claim) {
      case Claim.NoBlockedFlow c -> true;
      case Claim.FreeEndsAdmit c -> true;
      case Claim.Asserted(Assertion assertion) -> assertion instanceof Assertion.Reachable;
      case Claim.NoUndeclaredConnection c -> false;
      case Claim.NoUndeclaredPath c -> false;
      case Claim.NoSharedPod c -> false;
    };
  }

  /**
   * Whether a rule of a cluster-scoped policy can help the claim. A rule that passes hides other
   * rules of its tier. It is an element if it can hide only rules that break the claim; otherwise
   * it always stays.
   */
  private boolean helps(Tier tier, Direction direction, Action action) {
    Action wanted = requires(claim) ? Action.ACCEPT : Action.DENY;
    Action opposite = requires(claim) ? Action.DENY : Action.ACCEPT;
    return action == wanted
        || (action == Action.PASS
            && has(tier, direction, opposite)
            && !has(tier, direction, wanted));
  }

  private boolean has(Tier tier, Direction direction, Action action) {
    return verification.world().clusterPolicies().stream()
        .filter(policy -> policy.tier() == tier)
        .anyMatch(
            policy -> policy.rules(direction).stream().anyMatch(rule -> rule.action() == action));
  }

  /**
   * Whether the claim can only break, and never begin to hold, when one more element is left out.
   * An exception is a Baseline tier that denies connections of pods that no NetworkPolicy isolates
   * any more.
   */
  boolean areMonotone() {
    boolean baseline =
        !requires(claim)
            && Arrays.stream(Direction.values())
                .anyMatch(direction -> has(Tier.BASELINE, direction, Action.DENY));
    return !baseline
        && !verification.may().settled().containsKey(Knob.HOST_NETWORK)
        && widen(verification.program().cluster());
  }

  /** Whether all declared ranges are within those that are assumed without them. */
  private static boolean widen(Cluster declared) {
    return Arrays.stream(Family.values())
        .allMatch(
            family ->
                declared
                        .podAddresses(family)
                        .minus(Cluster.UNDECLARED.podAddresses(family))
                        .isEmpty()
                    && declared
                        .nodeAddresses(family)
                        .minus(Cluster.UNDECLARED.nodeAddresses(family))
                        .isEmpty());
  }

  /**
   * Returns each NetworkPolicy. Those of the three stand-ins for namespaces to come are compiled
   * from the same statements, and are one element.
   */
  private List<List<Policy>> policies() {
    Set<String> standIns = verification.scope().standIns();
    Map<String, List<Policy>> all = new LinkedHashMap<>();
    for (Policy policy : verification.world().policies()) {
      String key =
          standIns.contains(policy.namespace())
              ? policy.name()
              : policy.namespace() + "/" + policy.name();
      all.computeIfAbsent(key, k -> new ArrayList<>()).add(policy);
    }
    return List.copyOf(all.values());
  }

  private List<Element> assumptions() {
    ZoneProgram program = verification.program();
    List<Element> all = new ArrayList<>();
    verification.may().settled().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> all.add(new Element.Settled(each.getKey(), each.getValue())));
    assumed.forEach(pair -> all.add(new Element.Disjoint(pair)));
    // With a foreach, namespaces to come would need policies that were not compiled.
    if (program.namespacesDeclared()
        && !(verification.scope() instanceof NamespaceScope.OfPatterns)) {
      all.add(new Element.DeclaredNamespaces());
    }
    if (program.cluster().podsDeclared()) {
      all.add(new Element.PodRanges());
    }
    if (!program.cluster().nodes().isEmpty()) {
      all.add(new Element.NodeRanges());
    }
    if (claim instanceof Claim.Asserted(Assertion assertion)) {
      if (assertion instanceof Assertion.NoPath) {
        program.externals().stream()
            .filter(external -> !external.relay())
            .forEach(external -> all.add(new Element.NoRelay(external)));
      }
      program.waivers().stream()
          .filter(waiver -> waiver.assertion().equals(assertion.name()))
          .forEach(waiver -> all.add(new Element.Excuse(waiver)));
    }
    return all;
  }
}
