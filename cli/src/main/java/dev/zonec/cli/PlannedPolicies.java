package dev.zonec.cli;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.emit.GeneratedHeader;
import dev.zonec.compiler.emit.Owner;
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
 * @param owner whose the program's policies are
 * @param standard whether its parameters have the given and default values
 */
record PlannedPolicies(Owner owner, boolean standard) {
  static PlannedPolicies of(LoadedVariant variant) {
    return new PlannedPolicies(variant.owner(), variant.standard());
  }

  /**
   * Whether {@code world} holds policies of the program, as far as that can be told. For the given
   * and default values every policy of the module counts, whatever values it was generated with: it
   * is what is there. For others only those count that were generated with them.
   */
  boolean areWrittenIn(World world) {
    return world.policies().stream()
        .filter(Policy::generated)
        .map(PlannedPolicies::ownerOf)
        .anyMatch(
            found ->
                found
                    .map(other -> standard ? isOurs(other) : owner.equals(other))
                    .orElse(standard));
  }

  /**
   * {@code world} with {@code compiled} in it. Where policies of several values of its parameters
   * stand side by side, those of the other values stay; those of one value are replaced by those of
   * another.
   */
  World in(World world, List<Policy> compiled) {
    Set<String> replaced = new HashSet<>();
    compiled.forEach(policy -> replaced.add(policy.toString()));
    boolean sideBySide = valuesIn(world).size() > 1;
    List<Policy> policies = new ArrayList<>(compiled);
    for (Policy policy : world.policies()) {
      boolean stale = policy.generated() && isReplaced(policy, sideBySide);
      boolean renewed = policy.generated() && replaced.contains(policy.toString());
      if (!stale && !renewed) {
        policies.add(policy);
      }
    }
    policies.sort(Comparator.comparing(Policy::namespace).thenComparing(Policy::name));
    return world.withPolicies(policies);
  }

  private boolean isReplaced(Policy policy, boolean sideBySide) {
    return ownerOf(policy)
        .filter(other -> sideBySide ? owner.owns(other) : isOurs(other))
        .isPresent();
  }

  /** The values with which policies of the module were generated. */
  private Set<String> valuesIn(World world) {
    Set<String> values = new HashSet<>();
    for (Policy policy : world.policies()) {
      if (policy.generated()) {
        ownerOf(policy).filter(this::isOurs).ifPresent(other -> values.add(other.values()));
      }
    }
    return values;
  }

  private boolean isOurs(Owner other) {
    return other.module().equals(owner.module());
  }

  /** Not known where the marking comment is lost, as in what a cluster gives back. */
  private static Optional<Owner> ownerOf(Policy policy) {
    String before = policy.site().source().content().substring(0, policy.site().start());
    return GeneratedHeader.lastIn(before);
  }
}
