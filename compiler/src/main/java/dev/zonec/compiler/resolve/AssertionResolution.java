package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.grammar.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** Resolves assertions. */
final class AssertionResolution {
  private static final NameTable.Kind KIND =
      new NameTable.Kind("assertion", Code.ZC2004, "not an assertion", "");

  private final ServiceResolution services;
  private final Problems problems;
  private final NameTable<Statement.Assert> names = new NameTable<>(KIND);

  AssertionResolution(ServiceResolution services, Problems problems) {
    this.services = services;
    this.problems = problems;
  }

  /** Resolves {@code statements}, with the names of {@code parties}. */
  List<AssertionDeclaration> resolve(List<Statement.Assert> statements, PartyNames parties) {
    ClaimResolution claims = new ClaimResolution(parties, services, problems);
    List<AssertionDeclaration> assertions = new ArrayList<>();
    for (Statement.Assert statement : statements) {
      names.declare(statement.name(), statement, problems);
      assertions.add(
          new AssertionDeclaration(
              statement.name().text(),
              claims.resolve(statement.claim()),
              statement.claim().span()));
    }
    return assertions;
  }

  /** Returns the names of the assertions that are resolved. */
  NameTable<Statement.Assert> names() {
    return names;
  }
}
