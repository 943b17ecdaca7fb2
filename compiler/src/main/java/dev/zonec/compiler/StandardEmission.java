package dev.zonec.compiler;

import dev.zonec.compiler.emit.Emission;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.compiler.param.ParamDeclaration;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.Source;
import dev.zonec.compiler.variant.VariantProblems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compiles the variants that apply if the user gives no further values. There are several if a
 * parameter has neither a value nor a default. In this case, all of them must have the same
 * policies.
 */
final class StandardEmission {
  private final List<Source> sources;
  private final List<Namespace> catalog;

  StandardEmission(List<Source> sources, List<Namespace> catalog) {
    this.sources = sources;
    this.catalog = catalog;
  }

  /**
   * Compiles the variants.
   *
   * @param variants variants, at least one of them standard
   * @return the compilation, without warnings
   */
  Compilation.Compiled emit(List<CheckedVariant> variants, Problems problems) {
    List<CheckedVariant> standard = variants.stream().filter(v -> v.variant().standard()).toList();
    List<List<PolicyFile>> emitted = new ArrayList<>();
    VariantProblems found = new VariantProblems();
    for (CheckedVariant variant : standard) {
      Problems own = new Problems();
      emitted.add(
          Emission.emit(variant.lowered(), variant.owner(), sources, catalog, List.of(), own));
      found.add(variant.variant().choices(), own.inOrder());
    }
    found.addTo(problems);
    if (!problems.hasErrors() && emitted.stream().distinct().count() > 1) {
      problems.add(open(standard, emitted));
    }
    List<ZoneProgram> programs = standard.stream().map(v -> v.lowered().program()).toList();
    return new Compilation.Compiled(
        programs.getFirst(),
        programs.subList(1, programs.size()),
        standard.getFirst().owner(),
        emitted.getFirst(),
        List.of(),
        List.of());
  }

  private static Diagnostic open(List<CheckedVariant> standard, List<List<PolicyFile>> emitted) {
    SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    for (CheckedVariant variant : standard) {
      variant
          .variant()
          .choices()
          .forEach((name, value) -> values.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
    }
    values.keySet().removeIf(name -> !matters(name, standard, emitted));
    List<String> options = new ArrayList<>();
    values.forEach(
        (name, some) ->
            options.add(
                String.join(
                    " or ",
                    some.stream().map(value -> "`-p " + name + "=" + value + "`").toList())));
    String names = String.join(" and ", values.keySet().stream().map(n -> "`" + n + "`").toList());
    ParamDeclaration first =
        Objects.requireNonNull(standard.getFirst().params().all().get(values.firstKey()));
    return Diagnostic.error(
            Code.ZC0112,
            first.span(),
            "the policies depend on the "
                + (values.size() == 1 ? "parameter " : "parameters ")
                + names
                + (values.size() == 1 ? ", which has no value" : ", which have no value"))
        .help("pass " + String.join(", and ", options) + ", or declare a default here");
  }

  /** Whether two variants that differ only in the value of {@code name} have different policies. */
  private static boolean matters(
      String name, List<CheckedVariant> standard, List<List<PolicyFile>> emitted) {
    Map<SortedMap<String, String>, List<PolicyFile>> byRest = new HashMap<>();
    for (int i = 0; i < standard.size(); i++) {
      SortedMap<String, String> rest = new TreeMap<>(standard.get(i).variant().choices());
      rest.remove(name);
      List<PolicyFile> before = byRest.putIfAbsent(rest, emitted.get(i));
      if (before != null && !before.equals(emitted.get(i))) {
        return true;
      }
    }
    return false;
  }
}
