package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Edit;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds imports of which the program uses no name. The fix deletes an import without comments. */
final class UnusedImports implements Check.OfProgram {
  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1014);
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    Set<String> used =
        subject
            .statements(Statement.class)
            .flatMap(UnusedImports::names)
            .map(Word::text)
            .filter(name -> name.indexOf('.') > 0)
            .map(name -> name.substring(0, name.indexOf('.')))
            .collect(Collectors.toSet());
    subject
        .statements(Statement.Import.class)
        .filter(each -> !used.contains(each.alias().text()))
        .forEach(each -> findings.accept(unused(each, subject)));
  }

  private static Stream<Word> names(Statement statement) {
    return Stream.concat(
        NamedParties.statement(statement),
        NamedServices.statement(statement)
            .filter(ServiceTerm.Plain.class::isInstance)
            .map(term -> ((ServiceTerm.Plain) term).word()));
  }

  private static Finding unused(Statement.Import statement, LintSubject subject) {
    Diagnostic problem =
        Diagnostic.warning(
                Code.ZC1014,
                statement.alias().span(),
                "nothing uses a name of the import `" + statement.alias() + "`")
            .help("delete the import");
    boolean bare = !subject.commented().contains(statement.span());
    return new Finding(problem, bare ? List.of(Edit.deletion(statement.span())) : List.of());
  }
}
