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
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * The parts of a chain that decide whether it ties with another one.
   *
   * @param actions the actions of its rules
   * @param subjects the numbers of the workloads that are its subjects
   */
  private record Ranked(PolicyOwner owner, Set<Action> actions, BitSet subjects) {
    boolean ties(Ranked other) {
      return !actions.isEmpty()
          && !other.actions.isEmpty()
          && (actions.size() > 1 || !actions.equals(other.actions))
          && subjects.intersects(other.subjects);
    }
  }

  private void find(List<Chain> chains, Set<Tie> found) {
    if (chains.stream().flatMap(chain -> actions(chain).stream()).distinct().count() < 2) {
      return;
    }
    List<Ranked> before = new ArrayList<>();
    for (Chain chain : chains) {
      Deadline.check();
      Ranked ranked = new Ranked(chain.owner(), actions(chain), subjects(chain));
      before.stream()
          .filter(ranked::ties)
          .forEach(earlier -> found.add(new Tie(earlier.owner(), ranked.owner())));
      before.add(ranked);
    }
  }

  private static Set<Action> actions(Chain chain) {
    return chain.rules().stream().map(ChainRule::action).collect(Collectors.toSet());
  }

  private BitSet subjects(Chain chain) {
    BitSet subjects = new BitSet();
    List<Workload> workloads = world.workloads();
    for (int i = 0; i < workloads.size(); i++) {
      subjects.set(i, chain.subject().matches(workloads.get(i).pod()));
    }
    return subjects;
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
