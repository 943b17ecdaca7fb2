package dev.zonec.compiler;

import dev.zonec.compiler.check.ProgramChecks;
import dev.zonec.compiler.emit.Owner;
import dev.zonec.compiler.expiry.ExpiryFilter;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.Lowering;
import dev.zonec.compiler.module.ModuleGraph;
import dev.zonec.compiler.module.ModuleLoading;
import dev.zonec.compiler.param.ProgramParams;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.ProgramResolution;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.variant.ValueNotes;
import dev.zonec.compiler.variant.Variant;
import dev.zonec.compiler.variant.VariantProblems;
import dev.zonec.compiler.variant.Variants;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.net.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A variant of a program after all checks.
 *
 * @param variant its syntax trees, without parameters
 * @param params the parameters of the program
 * @param resolved the program with resolved names
 * @param lowered its model
 * @param services its services by name
 */
public record CheckedVariant(
    Variant variant,
    ProgramParams params,
    ResolvedProgram resolved,
    LoweredProgram lowered,
    SortedMap<String, Service> services) {
  /**
   * Resolves, lowers and checks every variant of the program in {@code sources}, and reports the
   * problems. The result is empty if and only if {@code problems} then contains an error.
   */
  public static List<CheckedVariant> all(
      ProgramSources sources, CompileOptions options, Problems problems) {
    problems.addAll(sources.problems());
    Optional<ModuleGraph> graph = ModuleLoading.load(sources, problems);
    if (graph.isEmpty()) {
      return List.of();
    }
    ProgramParams params = ProgramParams.resolve(graph.get(), options.params(), problems);
    List<CheckedVariant> understood = new ArrayList<>();
    VariantProblems found = new VariantProblems();
    for (Variant variant : Variants.of(graph.get(), params, problems)) {
      Deadline.check();
      Problems own = new Problems();
      ProgramResolution.resolve(variant.graph(), options.ends(), own)
          .ifPresent(program -> understood.add(of(variant, params, program, options, own)));
      found.add(
          variant.choices(),
          own.inOrder().stream()
              .map(problem -> ValueNotes.on(problem, params, variant.choices()))
              .toList());
    }
    found.addTo(problems);
    return problems.hasErrors() ? List.of() : understood;
  }

  private static CheckedVariant of(
      Variant variant,
      ProgramParams params,
      ResolvedProgram whole,
      CompileOptions options,
      Problems problems) {
    ResolvedProgram program = ExpiryFilter.on(options.asOf(), whole, options.expired(), problems);
    LoweredProgram lowered = Lowering.lower(program, problems);
    ProgramChecks.run(program, lowered, problems);
    return new CheckedVariant(variant, params, program, lowered, program.services());
  }

  /**
   * Returns the owner of the policies: the module, with the values that differ from the defaults.
   */
  Owner owner() {
    return VariantOwner.of(lowered.program().module(), variant, params);
  }

  LoadedVariant loaded() {
    return new LoadedVariant(variant.choices(), variant.standard(), owner(), lowered, services);
  }
}
