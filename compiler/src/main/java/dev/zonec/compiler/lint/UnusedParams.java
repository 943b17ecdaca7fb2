package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Statement;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds parameters that neither the program nor an imported module uses. There is no fix, because a
 * run that sets the parameter would then fail.
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
