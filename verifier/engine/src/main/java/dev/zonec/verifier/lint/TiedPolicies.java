package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.PolicyOwner;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Warns about two policies of equal rank that select a common workload and whose rules can
 * disagree: the API does not define which of them decides.
 *
 * @param world the world
 */
record TiedPolicies(World world) {
  /** Two policies, in the order of the manifests. */
  private record Tie(PolicyOwner earlier, PolicyOwner later) {}

  /** Returns one warning for each pair of such policies. */
  static List<Diagnostic> of(PolicySet policies, World world) {
    TiedPolicies ties = new TiedPolicies(world);
    Set<Tie> found = new LinkedHashSet<>();
    policies.tiers().stream()
        .flatMap(tier -> tier.levels().stream())
        .forEach(
            level -> {
              for (Direction direction : Direction.values()) {
                ties.find(level.chains(direction), found);
              }
            });
    return found.stream().map(TiedPolicies::warning).toList();
  }

  private void find(List<Chain> chains, Set<Tie> found) {
    if (actions(chains.stream()).size() < 2) {
      return;
    }
    List<Chain> before = new ArrayList<>();
    for (Chain chain : chains) {
      Deadline.check();
      before.stream()
          .filter(earlier -> canDisagree(earlier, chain) && haveCommonWorkload(earlier, chain))
          .forEach(earlier -> found.add(new Tie(earlier.owner(), chain.owner())));
      before.add(chain);
    }
  }

  private static boolean canDisagree(Chain one, Chain other) {
    return !one.rules().isEmpty()
        && !other.rules().isEmpty()
        && actions(Stream.of(one, other)).size() > 1;
  }

  private static Set<Action> actions(Stream<Chain> chains) {
    return chains
        .flatMap(chain -> chain.rules().stream())
        .map(ChainRule::action)
        .collect(Collectors.toSet());
  }

  private boolean haveCommonWorkload(Chain one, Chain other) {
    return world.workloads().stream()
        .anyMatch(
            workload ->
                one.subject().matches(workload.pod()) && other.subject().matches(workload.pod()));
  }

  private static Diagnostic warning(Tie tie) {
    return Diagnostic.warning(
            Code.ZC0633,
            tie.later().span(),
            tie.later() + " and " + tie.earlier() + " have the same tier and priority")
        .also(tie.earlier().span(), "the other policy")
        .note("if they disagree, the API does not define which one applies")
        .help("give them different priorities");
  }
}
