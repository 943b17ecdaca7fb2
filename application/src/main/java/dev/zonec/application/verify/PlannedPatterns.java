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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Computes the policies to prove for a program with {@code foreach}: those of the namespaces that
 * exist, and those that are compiled for stand-ins of namespaces to come.
 *
 * @param namespaces the namespaces of the program's patterns
 */
record PlannedPatterns(
    PatternNamespaces namespaces, LoadedVariant variant, ProgramSources sources) {
  static PlannedPatterns of(LoadedVariant variant, ProgramSources sources, World world) {
    return new PlannedPatterns(PatternNamespaces.of(variant.program(), world), variant, sources);
  }

  /** All policies of the program, those of stand-ins among them. */
  Compilation compiled(List<Namespace> catalog) {
    return Compiler.emit(variant, sources, catalog, namespaces.standInsByPattern());
  }

  /** Adds the policies of stand-ins, out of {@code compiled}, to {@code world}. */
  World withStandIns(World world, List<Policy> compiled) {
    SortedSet<String> standIns = namespaces.standIns();
    List<Policy> policies = new ArrayList<>(world.policies());
    compiled.stream()
        .filter(policy -> standIns.contains(policy.namespace()))
        .forEach(policies::add);
    policies.sort(Comparator.comparing(Policy::namespace).thenComparing(Policy::name));
    return world.withPolicies(policies);
  }

  /**
   * The namespaces of the patterns once policies are known. A namespace that no manifest declares
   * and that holds policies of a pattern counts as a member, whatever its labels are.
   */
  PatternNamespaces among(World world) {
    Set<String> declared =
        world.namespaces().stream()
            .filter(Namespace::declared)
            .map(Namespace::name)
            .collect(Collectors.toSet());
    List<SortedSet<String>> more = new ArrayList<>();
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
      more.add(members);
    }
    return namespaces.with(more);
  }

  /** The names of policies in {@code some} namespaces, without default denies: all have those. */
  private Set<String> namesIn(World world, Set<String> some) {
    String deny = Emission.defaultDeny(variant.program().module());
    return world.policies().stream()
        .filter(policy -> some.contains(policy.namespace()))
        .map(Policy::name)
        .filter(name -> !name.equals(deny))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code coverage}, and all policies of stand-ins. */
  Coverage with(Coverage coverage) {
    if (!(coverage instanceof Coverage.Only(var read))) {
      return coverage;
    }
    SortedSet<String> all = new TreeSet<>(read);
    all.addAll(namespaces.standIns());
    return new Coverage.Only(all);
  }
}
