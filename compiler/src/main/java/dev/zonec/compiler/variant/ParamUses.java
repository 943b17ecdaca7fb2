package dev.zonec.compiler.variant;

import dev.zonec.compiler.module.LoadedModule;
import dev.zonec.compiler.param.ParamDeclaration;
import dev.zonec.compiler.param.ParamType;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Condition;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the parameters that the trees of a module use, and checks each use. */
final class ParamUses implements ParamLookup {
  private final Map<String, ParamDeclaration> declared;
  private final Problems problems;
  private final SortedSet<String> used = new TreeSet<>();

  private ParamUses(Map<String, ParamDeclaration> declared, Problems problems) {
    this.declared = declared;
    this.problems = problems;
  }

  /**
   * Returns the names of the parameters that {@code module} uses.
   *
   * @param declared the parameters that it declares
   */
  static SortedSet<String> of(
      LoadedModule module, Map<String, ParamDeclaration> declared, Problems problems) {
    ParamUses uses = new ParamUses(declared, problems);
    TreeSubstitution everywhere = new TreeSubstitution(uses);
    module.sources().forEach(source -> everywhere.statements(source.statements()));
    return uses.used;
  }

  /** Always true, so that every body is checked. */
  @Override
  public boolean holds(Statement.When when) {
    when.conditions().forEach(this::check);
    return true;
  }

  @Override
  public String text(String param, Span span) {
    find(param, span)
        .filter(known -> known.type() instanceof ParamType.Blocks)
        .ifPresent(
            known ->
                problems.add(
                    Diagnostic.error(
                            Code.ZC0113, span, "`" + param + "` is a list of address blocks")
                        .labelled("a single value is required here")
                        .help(
                            "use a list only as a whole item after `cidr` or `except`, or in"
                                + " `cluster`")));
    return "";
  }

  @Override
  public List<Word> addresses(String param, Word word) {
    find(param, word.span());
    return List.of();
  }

  private void check(Condition condition) {
    Word name = condition.param();
    Optional<ParamDeclaration> known = find(name.text(), name.span());
    if (known.isEmpty()) {
      return;
    }
    if (!(known.get().type() instanceof ParamType.Choice choice)) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0113, name.span(), "`when` can only test a parameter of type `enum`")
              .labelled("this parameter has type `" + known.get().type().written() + "`"));
      return;
    }
    for (Word value : condition.values()) {
      if (!choice.values().contains(value.text())) {
        problems.add(choice.notAValue(name.text(), value));
      }
    }
  }

  private Optional<ParamDeclaration> find(String name, Span span) {
    ParamDeclaration known = declared.get(name);
    if (known != null) {
      used.add(name);
      return Optional.of(known);
    }
    Diagnostic problem =
        Diagnostic.error(Code.ZC0110, span, "unknown parameter `" + name + "`")
            .labelled("the module has no `param` of this name");
    problems.add(
        NearestName.to(name, declared.keySet())
            .map(
                nearest ->
                    problem.help(
                        "did you mean `" + nearest + "`?",
                        span,
                        span.text().startsWith("${") ? "${" + nearest + "}" : nearest))
            .orElse(problem));
    return Optional.empty();
  }
}
