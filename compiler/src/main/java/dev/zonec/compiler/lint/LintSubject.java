package dev.zonec.compiler.lint;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A variant of a program, as the checks see it.
 *
 * @param all all statements, without parameters
 * @param commented the statements with a comment
 * @param usedParams the parameters that the program or an imported module uses
 * @param resolved the program with resolved names
 * @param lowered its model
 */
record LintSubject(
    List<Statement> all,
    Set<Span> commented,
    Set<String> usedParams,
    ResolvedProgram resolved,
    LoweredProgram lowered) {
  LintSubject {
    all = List.copyOf(all);
    commented = Set.copyOf(commented);
    usedParams = Set.copyOf(usedParams);
  }

  /** Returns the statements of one kind. */
  <T extends Statement> Stream<T> statements(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether {@code part} lies inside a statement of this variant. */
  boolean holds(Span part) {
    return all.stream()
        .map(statement -> statement.span())
        .anyMatch(
            span ->
                span.source().equals(part.source())
                    && span.start() <= part.start()
                    && span.end() >= part.end());
  }
}
