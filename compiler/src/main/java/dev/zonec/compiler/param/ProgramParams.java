package dev.zonec.compiler.param;

import dev.zonec.compiler.module.LoadedModule;
import dev.zonec.compiler.module.ModuleGraph;
import dev.zonec.compiler.param.ParamDeclaration.Default;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of a program and its imports, with their known values.
 *
 * @param byModule the parameters that each module of the graph declares, by name
 * @param all all parameters by name; the default is that of any module with one
 * @param given the values that the user gives, by name
 */
public record ProgramParams(
    List<Map<String, ParamDeclaration>> byModule,
    SortedMap<String, ParamDeclaration> all,
    Map<String, ParamValue> given) {
  /** Copies the collections. */
  public ProgramParams {
    byModule = List.copyOf(byModule);
    all = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(all));
    given = Map.copyOf(given);
  }

  /**
   * Resolves the parameters of {@code graph} with the values of {@code given}. It reports invalid
   * declarations, declarations that contradict each other, values that do not fit or belong to no
   * parameter, and parameters without a value. An {@code enum} needs no value, because zonec can
   * check each of its values.
   */
  public static ProgramParams resolve(ModuleGraph graph, GivenParams given, Problems problems) {
    ParamDeclarations declarations = new ParamDeclarations(problems);
    List<Map<String, ParamDeclaration>> byModule = new ArrayList<>();
    for (LoadedModule module : graph.modules()) {
      byModule.add(declarations.of(module));
    }
    SortedMap<String, ParamDeclaration> all = new TreeMap<>();
    // The program comes last in the graph, but other modules are compared with it.
    for (Map<String, ParamDeclaration> module : byModule.reversed()) {
      for (ParamDeclaration param : module.values()) {
        ParamDeclaration first = all.putIfAbsent(param.name(), param);
        if (first != null) {
          all.put(param.name(), agreed(first, param, problems));
        }
      }
    }
    Map<String, ParamValue> values = given(given, all, problems);
    boolean malformed = problems.hasErrors();
    for (ParamDeclaration param : all.values()) {
      boolean free = param.type() instanceof ParamType.Choice;
      boolean known =
          values.containsKey(param.name()) || param.standard() instanceof Default.Of || free;
      if (!known && !malformed) {
        problems.add(missing(param));
      }
    }
    return new ProgramParams(byModule, all, values);
  }

  /**
   * Returns the given value of {@code name}, or else its default; empty for an open {@code enum}.
   */
  public Optional<ParamValue> value(String name) {
    ParamValue value = given.get(name);
    if (value != null) {
      return Optional.of(value);
    }
    ParamDeclaration param = all.get(name);
    return param != null && param.standard() instanceof Default.Of(ParamValue standard)
        ? Optional.of(standard)
        : Optional.empty();
  }

  private static Map<String, ParamValue> given(
      GivenParams given, SortedMap<String, ParamDeclaration> all, Problems problems) {
    Map<String, ParamValue> values = new TreeMap<>();
    ParamValues resolution = new ParamValues(problems);
    for (GivenParam one : given.params()) {
      ParamDeclaration param = all.get(one.name().text());
      if (param == null) {
        problems.add(unknown(one.name(), all));
        continue;
      }
      Span span =
          one.values().isEmpty()
              ? one.name().span()
              : one.values().getFirst().span().to(one.values().getLast().span());
      resolution
          .resolve(param.name(), param.type(), one.values(), span, one.listed())
          .ifPresent(value -> values.put(param.name(), value));
    }
    return values;
  }

  private static Diagnostic unknown(Word name, SortedMap<String, ParamDeclaration> all) {
    Diagnostic problem =
        Diagnostic.error(Code.ZC0110, name.span(), "unknown parameter `" + name + "`");
    if (all.isEmpty()) {
      return problem.note("the program has no parameters");
    }
    return NearestName.to(name.text(), all.keySet())
        .map(nearest -> problem.help("did you mean `" + nearest + "`?"))
        .orElseGet(() -> problem.note("its parameters are " + String.join(", ", all.keySet())));
  }

  private static Diagnostic missing(ParamDeclaration param) {
    String sample =
        switch (param.type()) {
          case ParamType.Choice choice -> choice.values().getFirst();
          case ParamType.Blocks() -> "10.40.0.0/16,10.41.0.0/16";
          case ParamType.Port() -> "8080";
          case ParamType.Text() -> "VALUE";
        };
    return Diagnostic.error(
            Code.ZC0112, param.span(), "the parameter `" + param.name() + "` has no value")
        .help(
            "set it, such as `-p " + param.name() + "=" + sample + "`, or declare a default here");
  }

  private static ParamDeclaration agreed(
      ParamDeclaration first, ParamDeclaration other, Problems problems) {
    boolean types = first.type().equals(other.type());
    boolean defaults =
        first.standard() instanceof Default.None
            || other.standard() instanceof Default.None
            || first.standard().equals(other.standard());
    if (!types || !defaults) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0116,
                  other.span(),
                  "two modules declare the parameter `" + other.name() + "` differently")
              .labelled(types ? "with another default" : "with another type")
              .also(first.span(), "also declared here")
              .note("a program and its imports share their parameters")
              .help("declare the same type and default, or rename one of them"));
    }
    return first.standard() instanceof Default.Of
        ? first
        : new ParamDeclaration(first.name(), first.type(), other.standard(), first.span());
  }
}
