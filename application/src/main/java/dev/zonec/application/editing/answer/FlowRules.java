package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.Deployment;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.endpoint.Namespace;
import java.util.ArrayList;
import java.util.List;

/** Finds the rules of policies that a flow compiles to, by compiling the program with it alone. */
final class FlowRules {
  private static final int MOST_LINES = 60;

  private FlowRules() {}

  /**
   * Returns the rules as lines of YAML, each policy with its path; none if the program has errors
   * or the flow needs no rule. Of several variants, the first with the flow counts.
   */
  static List<String> of(ProgramState state, Span flow) {
    List<Namespace> catalog =
        state
            .deployment()
            .content()
            .map(Deployment.Content::read)
            .map(ReadManifests::catalog)
            .orElse(List.of());
    for (LoadedVariant variant : state.variants()) {
      if (variant.program().flows().stream().anyMatch(each -> each.span().equals(flow))) {
        return Compiler.emit(variant.withFlowsAt(flow), state.sources(), catalog)
                instanceof Compilation.Compiled compiled
            ? lines(ReadManifests.ofCompiled(compiled.policies()).world().policies())
            : List.of();
      }
    }
    return List.of();
  }

  private static List<String> lines(List<Policy> policies) {
    List<String> lines = new ArrayList<>();
    for (Policy policy : policies) {
      boolean named = false;
      for (Direction direction : Direction.values()) {
        List<? extends Rule> rules = policy.rules(direction);
        if (!rules.isEmpty()) {
          if (!named) {
            lines.add("# " + policy.namespace() + "/" + policy.name() + ".yaml");
            named = true;
          }
          lines.add(direction.word() + ":");
          rules.forEach(rule -> lines.addAll(lines(rule.span())));
        }
      }
    }
    if (lines.size() > MOST_LINES) {
      List<String> some = new ArrayList<>(lines.subList(0, MOST_LINES));
      some.add("# and " + (lines.size() - MOST_LINES) + " more lines");
      return some;
    }
    return lines;
  }

  /** Returns a rule as it is written, with its dash. */
  private static List<String> lines(Span rule) {
    int indent = rule.column() - 1;
    List<String> lines = new ArrayList<>();
    for (String line : rule.text().stripTrailing().split("\n", -1)) {
      boolean first = lines.isEmpty();
      String shown =
          first
              ? line
              : line.length() > indent ? line.substring(Math.min(indent, leading(line))) : line;
      lines.add((first && !line.startsWith("-") ? "- " : first ? "" : "  ") + shown);
    }
    return lines;
  }

  private static int leading(String line) {
    return line.length() - line.stripLeading().length();
  }
}
