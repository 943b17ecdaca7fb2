package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Statement;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A parameter that neither the program nor a module that it imports uses. There is no fix: whoever
 * gives it a value would be told that it does not exist.
 */
final class UnusedParams implements Check.OfProgram {
  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1013);
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    subject
        .statements(Statement.Param.class)
        .map(Statement.Param::name)
        .filter(name -> !subject.usedParams().contains(name.text()))
        .forEach(
            name ->
                findings.accept(
                    Finding.of(
                        Diagnostic.warning(
                                Code.ZC1013,
                                name.span(),
                                "nothing uses the parameter `" + name + "`")
                            .labelled("its value has no effect")
                            .help("delete the parameter, and its values"))));
  }
}
