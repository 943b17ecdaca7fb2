package dev.zonec.application.verify;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.emit.GeneratedHeader;
import dev.zonec.compiler.emit.Owner;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the policies that exist after a program's policies are written. They replace the
 * policies that were generated from the program before; all others stay, hand-written ones and
 * those of other programs alike, since policies only add up.
 *
 * @param owner the module and values that the program's policies are marked with
 * @param standard whether the parameters have the given and default values
 */
record PlannedPolicies(Owner owner, boolean standard) {
  static PlannedPolicies of(LoadedVariant variant) {
    return new PlannedPolicies(variant.owner(), variant.standard());
  }

  /**
   * Whether {@code world} holds policies of the program, as far as their marking comments tell. For
   * the given and default values every policy of the module counts, with whatever values it was
   * generated. For other values only policies that were generated with them count.
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
   * Adds {@code compiled} to {@code world}. If the world holds the module's policies for several
   * combinations of values side by side, those of other combinations stay. If it holds them for one
   * combination, they are replaced.
   */
  World in(World world, List<Policy> compiled) {
    Set<Policy.Id> replaced = new HashSet<>();
    compiled.forEach(policy -> replaced.add(policy.id()));
    boolean sideBySide = valuesIn(world).size() > 1;
    List<Policy> policies = new ArrayList<>(compiled);
    for (Policy policy : world.policies()) {
      boolean stale = policy.generated() && isReplaced(policy, sideBySide);
      boolean renewed = policy.generated() && replaced.contains(policy.id());
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

  /** The combinations of values that the module's policies were generated with. */
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

  /** The owner in the marking comment; none if the comment is lost, as in a cluster. */
  private static Optional<Owner> ownerOf(Policy policy) {
    String before = policy.span().source().content().substring(0, policy.span().start());
    return GeneratedHeader.lastIn(before);
  }
}
