package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.DefaultsSubject;
import dev.zonec.model.program.Defaults;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Resolves the {@code defaults} statement. */
final class DefaultsResolution {
  private DefaultsResolution() {}

  static DefaultsDeclaration resolve(List<Statement.Defaults> statements, Problems problems) {
    DuplicateClauses.check("`defaults`", statements, problems);
    for (Statement.Defaults statement : statements) {
      for (DefaultsSubject subject : DefaultsSubject.values()) {
        DuplicateClauses.check(
            "`" + subject.name().toLowerCase(Locale.ROOT) + "`",
            statement.clauses().stream().filter(c -> c.subject() == subject).toList(),
            problems);
      }
    }
    if (statements.isEmpty()) {
      return new DefaultsDeclaration(Defaults.STANDARD, new DefaultsDeclaration.Dns.Unwritten());
    }
    Statement.Defaults statement = statements.getFirst();
    Defaults standard = Defaults.STANDARD;
    Defaults values =
        new Defaults(
            !allows(statement, DefaultsSubject.INGRESS, !standard.ingressDenied()),
            !allows(statement, DefaultsSubject.EGRESS, !standard.egressDenied()),
            allows(statement, DefaultsSubject.DNS, standard.dnsAllowed()),
            !allows(statement, DefaultsSubject.UNZONED, !standard.unzonedDenied()));
    return new DefaultsDeclaration(
        values,
        new DefaultsDeclaration.Dns.Written(
            clause(statement, DefaultsSubject.DNS)
                .map(Statement.DefaultsClause::span)
                .orElse(statement.span())));
  }

  private static boolean allows(
      Statement.Defaults statement, DefaultsSubject subject, boolean unsaid) {
    return clause(statement, subject).map(Statement.DefaultsClause::allow).orElse(unsaid);
  }

  private static Optional<Statement.DefaultsClause> clause(
      Statement.Defaults statement, DefaultsSubject subject) {
    return statement.clauses().stream().filter(c -> c.subject() == subject).findFirst();
  }
}
