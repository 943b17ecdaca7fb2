package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds flows without an owner or a reason. Opt-in, because not every team wants that. */
final class UndocumentedFlows implements Check.OfProgram {
  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1007);
  }

  @Override
  public boolean optIn() {
    return true;
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    subject
        .statements(Statement.Allow.class)
        .forEach(
            flow -> {
              List<String> missing = new ArrayList<>();
              if (flow.attributes().stream().noneMatch(Attribute.Owner.class::isInstance)) {
                missing.add("owner");
              }
              if (flow.attributes().stream().noneMatch(Attribute.Reason.class::isInstance)) {
                missing.add("reason");
              }
              if (!missing.isEmpty()) {
                findings.accept(
                    Finding.of(
                        Diagnostic.warning(
                                Code.ZC1007,
                                flow.span(),
                                "the flow has no " + String.join(" and no ", missing))
                            .help("add `{ owner @team  reason \"…\" }`")));
              }
            });
  }
}
