package dev.zonec.application.verify;

import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.emit.GeneratedHeader;
import dev.zonec.compiler.emit.Owner;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the policies that exist after a program's policies are written. They replace the
 * policies that were generated from the program before. All other policies stay, hand-written ones
 * and those of other programs alike, because NetworkPolicies are additive. See {@code
 * spec/verification.md}.
 *
 * @param owner the module and the values of parameters that mark the program's policies
 * @param standard whether the parameters have their given and default values
 */
record PlannedPolicies(Owner owner, boolean standard) {
  /** Returns the plan of {@code variant}. */
  static PlannedPolicies of(LoadedVariant variant) {
    return new PlannedPolicies(variant.owner(), variant.standard());
  }

  /**
   * Whether {@code world} contains policies of the program, according to the comments that mark
   * generated policies. For the given and default values, every policy of the module counts,
   * whatever values it was generated with. For other values, only policies that were generated with
   * them count.
   */
  boolean areWrittenIn(World world) {
    return world.policies().stream()
        .filter(Policy::generated)
        .map(PlannedPolicies::ownerOf)
        .anyMatch(
            found ->
                found
                    .map(other -> standard ? isSameModule(other) : owner.equals(other))
                    .orElse(standard));
  }

  /** Returns the policies of {@code world} that were compiled from the program with its values. */
  List<Policy> writtenIn(World world) {
    return world.policies().stream()
        .filter(Policy::generated)
        .filter(policy -> ownerOf(policy).filter(owner::equals).isPresent())
        .toList();
  }

  /**
   * Returns {@code world} with the policies {@code compiled}. If the world contains the module's
   * policies for several combinations of values, the policies for other combinations stay. If it
   * contains them for one combination, they are replaced.
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
    policies.sort(Policy.ORDER);
    return world.withPolicies(policies);
  }

  private boolean isReplaced(Policy policy, boolean sideBySide) {
    return ownerOf(policy)
        .filter(other -> sideBySide ? owner.owns(other) : isSameModule(other))
        .isPresent();
  }

  /** Returns the combinations of values that the module's policies were generated with. */
  private Set<String> valuesIn(World world) {
    Set<String> values = new HashSet<>();
    for (Policy policy : world.policies()) {
      if (policy.generated()) {
        ownerOf(policy).filter(this::isSameModule).ifPresent(other -> values.add(other.values()));
      }
    }
    return values;
  }

  private boolean isSameModule(Owner other) {
    return other.module().equals(owner.module());
  }

  /**
   * Returns the owner in the comment that marks a generated policy; empty if there is no comment,
   * as in a cluster.
   */
  private static Optional<Owner> ownerOf(Policy policy) {
    String before = policy.span().source().content().substring(0, policy.span().start());
    return GeneratedHeader.lastIn(before);
  }
}
