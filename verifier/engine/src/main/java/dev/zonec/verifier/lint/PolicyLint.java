package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Warns about policies, and about entrances, that the API server accepts but that probably do not
 * do what their author intended.
 */
public final class PolicyLint {
  private final EmptySelections selections;
  private final PodBlocks blocks;
  private final ServicePortRules servicePorts;
  private final PolicySet policies;
  private final World world;

  private PolicyLint(World world, Cluster cluster, Set<String> partlyShown) {
    this.world = world;
    this.policies = world.rules();
    this.selections = new EmptySelections(world, partlyShown);
    this.blocks = new PodBlocks(cluster);
    this.servicePorts = new ServicePortRules(world);
  }

  /**
   * Returns the warnings, policy by policy.
   *
   * @param world the world
   * @param cluster the declared address ranges of pods
   * @param partlyShown the namespaces that have pods which no manifest shows
   */
  public static List<Diagnostic> of(World world, Cluster cluster, Set<String> partlyShown) {
    return new PolicyLint(world, cluster, partlyShown).warnings();
  }

  private List<Diagnostic> warnings() {
    List<Diagnostic> out = new ArrayList<>();
    // A policy has one subject, which its chains for both directions and levels share.
    Set<Ends.Pods> subjects = Collections.newSetFromMap(new IdentityHashMap<>());
    for (RuleTier tier : policies.tiers()) {
      tier.chains()
          .filter(chain -> !chain.owner().generated())
          .forEach(
              chain -> {
                if (subjects.add(chain.subject())) {
                  selections.subject(chain).ifPresent(out::add);
                }
                check(chain, tier, out);
              });
    }
    out.addAll(TiedPolicies.of(policies, world));
    out.addAll(EntrancePorts.of(world));
    return out;
  }

  private void check(Chain chain, RuleTier tier, List<Diagnostic> out) {
    for (ChainRule rule : chain.rules()) {
      Deadline.check();
      for (Ends peer : rule.peers()) {
        switch (peer) {
          case Ends.Pods pods -> selections.peer(pods).ifPresent(out::add);
          case Ends.Addresses addresses -> out.addAll(blocks.check(addresses));
          case Ends.Anyone anyone -> {}
          case Ends.Nodes nodes -> {}
          case Ends.OwnNode node -> {}
          case Ends.DomainNames names -> {}
        }
      }
      out.addAll(servicePorts.of(rule, chain, tier));
    }
  }
}
