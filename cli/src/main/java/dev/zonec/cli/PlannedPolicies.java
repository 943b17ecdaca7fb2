package dev.zonec.cli;

import dev.zonec.compiler.emit.GeneratedHeader;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What policies there are once a program's are written: its own take the place of those that were
 * generated from it before, and all others stay. Policies of other programs count as much as
 * hand-written ones, since policies only add up.
 *
 * @param module the program's module
 */
record PlannedPolicies(String module) {
  /** Whether {@code world} holds policies of the program, as far as that can be told. */
  boolean areWrittenIn(World world) {
    return world.policies().stream()
        .anyMatch(policy -> policy.generated() && isOurs(policy).orElse(true));
  }

  /** {@code world} with {@code compiled} in it. */
  World in(World world, List<Policy> compiled) {
    Set<String> replaced = new HashSet<>();
    compiled.forEach(policy -> replaced.add(policy.toString()));
    List<Policy> policies = new ArrayList<>(compiled);
    for (Policy policy : world.policies()) {
      boolean stale = policy.generated() && isOurs(policy).orElse(false);
      boolean renewed = policy.generated() && replaced.contains(policy.toString());
      if (!stale && !renewed) {
        policies.add(policy);
      }
    }
    policies.sort(Comparator.comparing(Policy::namespace).thenComparing(Policy::name));
    return world.withPolicies(policies);
  }

  /** Not known where the marking comment is lost, as in what a cluster gives back. */
  private Optional<Boolean> isOurs(Policy policy) {
    String before = policy.site().source().content().substring(0, policy.site().start());
    return GeneratedHeader.lastModuleIn(before).map(module::equals);
  }
}
