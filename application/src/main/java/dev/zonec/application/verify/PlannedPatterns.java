package dev.zonec.application.verify;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.emit.Emission;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.Pattern;
import dev.zonec.verifier.proof.PatternNamespaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Computes the policies to prove for a program with {@code foreach}: the policies of existing
 * namespaces, and the policies that are compiled for the stand-ins of namespaces to come. See
 * {@code spec/verification.md}, "Namespaces to come".
 *
 * @param namespaces the namespaces of the program's patterns
 */
record PlannedPatterns(
    PatternNamespaces namespaces, LoadedVariant variant, ProgramSources sources) {
  /** Finds the namespaces of the patterns in {@code world}. */
  static PlannedPatterns of(LoadedVariant variant, ProgramSources sources, World world) {
    return new PlannedPatterns(PatternNamespaces.of(variant.program(), world), variant, sources);
  }

  /** Compiles all policies of the program, including those of stand-ins. */
  Compilation compiled(List<Namespace> catalog) {
    return Compiler.emit(variant, sources, catalog, namespaces.standInsByPattern());
  }

  /** Returns {@code world} with the policies of stand-ins among {@code compiled}. */
  World withStandIns(World world, List<Policy> compiled) {
    SortedSet<String> standIns = namespaces.standIns();
    List<Policy> policies = new ArrayList<>(world.policies());
    compiled.stream()
        .filter(policy -> standIns.contains(policy.namespace()))
        .forEach(policies::add);
    policies.sort(Policy.ORDER);
    return world.withPolicies(policies);
  }

  /**
   * Returns the namespaces of the patterns, taking the policies into account: an undeclared
   * namespace with policies of a pattern counts as a member, whatever its labels are.
   */
  PatternNamespaces among(World world) {
    Set<String> declared =
        world.namespaces().stream()
            .filter(Namespace::declared)
            .map(Namespace::name)
            .collect(Collectors.toSet());
    List<SortedSet<String>> additionalMembers = new ArrayList<>();
    for (Pattern pattern : variant.program().patterns()) {
      Set<String> names = namesIn(world, namespaces.standInsOfOnly(pattern.namespaces()));
      SortedSet<String> members = new TreeSet<>();
      for (Policy policy : world.policies()) {
        if (policy.generated()
            && names.contains(policy.name())
            && !declared.contains(policy.namespace())
            && !namespaces.standIns().contains(policy.namespace())) {
          members.add(policy.namespace());
        }
      }
      additionalMembers.add(members);
    }
    return namespaces.with(additionalMembers);
  }

  /**
   * Returns the names of policies in {@code some} namespaces, without default denies, because every
   * namespace has one.
   */
  private Set<String> namesIn(World world, Set<String> some) {
    String deny = Emission.defaultDeny(variant.program().module());
    return world.policies().stream()
        .filter(policy -> some.contains(policy.namespace()))
        .map(Policy::name)
        .filter(name -> !name.equals(deny))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns {@code coverage} extended by the policies of stand-ins. */
  Coverage with(Coverage coverage) {
    if (!(coverage instanceof Coverage.Only(var read))) {
      return coverage;
    }
    SortedSet<String> all = new TreeSet<>(read);
    all.addAll(namespaces.standIns());
    return new Coverage.Only(all);
  }
}
