package dev.zonec.compiler.lint;

import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Finds flows without a service, which open every port of every protocol. */
final class FlowsWithoutPorts implements Check.OfProgram {
  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1005);
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    Set<Span> found = new HashSet<>();
    for (FlowDeclaration flow : subject.resolved().flows()) {
      if (flow.service() instanceof Service.Anything && found.add(flow.span())) {
        findings.accept(
            Finding.of(
                Diagnostic.warning(
                        Code.ZC1005, flow.span(), "the flow opens every port of every protocol")
                    .help("name the ports that it needs, such as `: tcp/8080`")));
      }
    }
  }
}
