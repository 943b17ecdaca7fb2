package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Finds services that no flow, assertion or other service names. */
final class UnusedServices implements Check.OfProgram {
  /** The name that {@code dns allow} uses, even if the program declares it itself. */
  private static final String NAMED_BY_DEFAULTS = "dns";

  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1003);
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    Set<String> used = new HashSet<>();
    used.add(NAMED_BY_DEFAULTS);
    subject
        .statements(Statement.class)
        .flatMap(NamedServices::statement)
        .forEach(
            term -> {
              if (term instanceof ServiceTerm.Plain(Word word)) {
                used.add(word.text());
              }
            });
    subject
        .statements(Statement.Service.class)
        .map(Statement.Service::name)
        .filter(name -> !used.contains(name.text()))
        .forEach(
            name ->
                findings.accept(
                    Finding.of(
                        Diagnostic.warning(
                                Code.ZC1003,
                                name.span(),
                                "no flow and no assertion names the service `" + name + "`")
                            .help("delete it"))));
  }
}
