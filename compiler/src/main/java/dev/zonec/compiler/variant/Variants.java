package dev.zonec.compiler.variant;

import dev.zonec.compiler.module.LoadedModule;
import dev.zonec.compiler.module.ModuleGraph;
import dev.zonec.compiler.param.ParamDeclaration;
import dev.zonec.compiler.param.ParamType;
import dev.zonec.compiler.param.ParamValue;
import dev.zonec.compiler.param.ProgramParams;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Creates the variants of a program. */
public final class Variants {
  /** The greatest number of combinations. */
  static final int MOST = 64;

  private Variants() {}

  /**
   * Creates a variant for each combination of values of the {@code enum} parameters that {@code
   * graph} uses. A parameter that the user gives has only the given value. The result is empty if
   * and only if {@code problems} then contains an error.
   */
  public static List<Variant> of(ModuleGraph graph, ProgramParams params, Problems problems) {
    SortedSet<String> used = new TreeSet<>();
    for (int i = 0; i < graph.modules().size(); i++) {
      used.addAll(ParamUses.of(graph.modules().get(i), params.byModule().get(i), problems));
    }
    if (problems.hasErrors()) {
      return List.of();
    }
    List<SortedMap<String, String>> combinations = new ArrayList<>();
    combinations.add(new TreeMap<>());
    long count = 1;
    List<ParamDeclaration> open = new ArrayList<>();
    for (String name : used) {
      ParamDeclaration param = params.all().get(name);
      if (param == null || !(param.type() instanceof ParamType.Choice choice)) {
        continue;
      }
      List<String> values =
          params.given().get(name) instanceof ParamValue.Text(String given)
              ? List.of(given)
              : choice.values();
      if (values.size() > 1) {
        open.add(param);
      }
      count = Math.min(count * values.size(), Integer.MAX_VALUE);
      if (count <= MOST) {
        combinations = times(combinations, name, values);
      }
    }
    if (count > MOST) {
      problems.add(tooMany(open));
      return List.of();
    }
    return combinations.stream()
        .map(
            choices ->
                new Variant(choices, used, standard(choices, params), with(graph, params, choices)))
        .toList();
  }

  private static List<SortedMap<String, String>> times(
      List<SortedMap<String, String>> combinations, String name, List<String> values) {
    List<SortedMap<String, String>> more = new ArrayList<>();
    for (SortedMap<String, String> combination : combinations) {
      for (String value : values) {
        SortedMap<String, String> with = new TreeMap<>(combination);
        with.put(name, value);
        more.add(with);
      }
    }
    return more;
  }

  private static boolean standard(SortedMap<String, String> choices, ProgramParams params) {
    return choices.entrySet().stream()
        .allMatch(
            choice ->
                params
                    .value(choice.getKey())
                    .map(value -> value.equals(new ParamValue.Text(choice.getValue())))
                    .orElse(true));
  }

  private static ModuleGraph with(
      ModuleGraph graph, ProgramParams params, SortedMap<String, String> choices) {
    TreeSubstitution substitution = new TreeSubstitution(new ChosenParams(params, choices));
    List<LoadedModule> modules = new ArrayList<>();
    for (LoadedModule module : graph.modules()) {
      modules.add(
          module.withSources(
              module.sources().stream()
                  .map(
                      source ->
                          new SourceFile(
                              source.source(), substitution.statements(source.statements())))
                  .toList()));
    }
    return new ModuleGraph(modules);
  }

  private static Diagnostic tooMany(List<ParamDeclaration> open) {
    String names =
        open.stream().map(param -> "`" + param.name() + "`").collect(Collectors.joining(", "));
    ParamDeclaration largest =
        open.stream().max(java.util.Comparator.comparingInt(Variants::size)).orElseThrow();
    return Diagnostic.error(
            Code.ZC0114,
            largest.span(),
            "the values of " + names + " have more than " + MOST + " combinations")
        .note("zonec checks every combination")
        .help(
            "set a parameter, such as `-p "
                + largest.name()
                + "="
                + ((ParamType.Choice) largest.type()).values().getFirst()
                + "`");
  }

  private static int size(ParamDeclaration param) {
    return param.type() instanceof ParamType.Choice choice ? choice.values().size() : 1;
  }
}
