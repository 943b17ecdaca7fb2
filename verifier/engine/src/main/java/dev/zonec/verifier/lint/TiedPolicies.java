package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.world.World;
import dev.zonec.verifier.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;

/**
 * Cluster-scoped policies of one tier and priority with a common subject among the workloads: where
 * their rules disagree it is undefined which decides.
 */
final class TiedPolicies {
  private TiedPolicies() {}

  static List<Diagnostic> of(World world) {
    List<Diagnostic> out = new ArrayList<>();
    List<ClusterPolicy> policies = world.clusterPolicies();
    for (int i = 0; i < policies.size(); i++) {
      Deadline.check();
      for (ClusterPolicy earlier : policies.subList(0, i)) {
        ClusterPolicy policy = policies.get(i);
        if (isTie(earlier, policy) && overlap(earlier, policy, world)) {
          out.add(
              Diagnostic.warning(
                      Code.ZC0633,
                      policy.span(),
                      policy + " and " + earlier + " have the same tier and priority")
                  .also(earlier.span(), "the other policy")
                  .note("if they disagree, the API does not define which one applies")
                  .help("give them different priorities"));
        }
      }
    }
    return out;
  }

  private static boolean isTie(ClusterPolicy one, ClusterPolicy other) {
    boolean bothSpeak = false;
    for (Direction direction : Direction.values()) {
      bothSpeak |= !one.rules(direction).isEmpty() && !other.rules(direction).isEmpty();
    }
    return bothSpeak && one.tier() == other.tier() && one.priority() == other.priority();
  }

  private static boolean overlap(ClusterPolicy one, ClusterPolicy other, World world) {
    return world.workloads().stream()
        .anyMatch(w -> one.subject().selects(w.pod()) && other.subject().selects(w.pod()));
  }
}
